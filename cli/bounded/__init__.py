"""Coding in a process of its own with limits: a page that hangs, eats memory or crashes a library costs one refusal, never the run."""

from cli.bounded.coder import Coder, shared_coder
from cli.bounded.messages import Answer, Coded, Limits, NoArticle

__all__ = ["Answer", "Coded", "Coder", "Limits", "NoArticle", "shared_coder"]
