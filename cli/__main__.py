import signal
import sys

signal.signal(signal.SIGTERM, signal.default_int_handler)  # what a supervisor sends ends a command as cleanly as Ctrl-C

try:
    from cli.main import run
except KeyboardInterrupt:  # libraries take half a second to load: Ctrl-C in it must end as cleanly as later
    sys.exit(130)

if __name__ == "__main__":
    run()
