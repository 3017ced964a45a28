"""A small linear classifier of clauses: which kinds of event a sentence tells as having happened (CARD.md).

It stands beside the hand-written frames of extraction/events, which ask it only where they read nothing.
"""
