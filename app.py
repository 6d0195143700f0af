"""AdGen: ``python app.py`` starts the page, the REST routes, the programs' API and the worker."""

import gc
import importlib.util
import os
import signal
import sys
from contextlib import closing, suppress

gc.disable()  # nothing that is imported is garbage: looking for some takes a sixth of the start
OFF = {"GRADIO_ANALYTICS_ENABLED": "False", "GRADIO_ALLOWED_PATHS": "", "GRADIO_NUM_WORKERS": "0", "GRADIO_DEBUG": "0",
       "GRADIO_SHARE": "False", "GRADIO_SSR_MODE": "False", "GRADIO_RUN_HISTORY": "False", "GRADIO_WATCH_DIRS": "",
       "HF_HUB_DISABLE_TELEMETRY": "1"}
os.environ.update(OFF)  # gradio reads these when it is imported, and some of them over what launch() is told
if importlib.util.find_spec("spaces"):
    importlib.import_module("spaces")  # ZeroGPU wants to be first

from adgen.api import app_kwargs, auth_dependency
from adgen.errors import StartupError
from adgen.services import build_services, read_settings
from adgen.supervisor import working
from adgen.ui import build_ui, launch_options
from adgen.watching import watch


def main() -> None:
    """Build everything once, and serve until SIGTERM or Ctrl-C."""
    try:
        settings = read_settings()
        services = build_services(settings)
    except StartupError as error:
        sys.exit(f"{error}\n{error.say('en')}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # by itself SIGTERM kills launch without its shutdown
    with watch(settings, "web", services.meters), suppress(KeyboardInterrupt), working(services), closing(
            build_ui(services)) as demo:
        looks = launch_options(services)
        gc.freeze()  # half a million objects that stay: looking through all of them holds everybody up for 0.15 s
        gc.enable()
        demo.launch(
            server_name=settings.server_name, server_port=settings.server_port, share=False, ssr_mode=False,
            num_workers=0, run_history=False, enable_monitoring=False, show_error=False, mcp_server=True,
            max_file_size="20mb", allowed_paths=[], blocked_paths=[str(settings.data_dir)],
            auth_dependency=auth_dependency(services), app_kwargs=app_kwargs(services, looks["head"]), **looks)


if __name__ == "__main__":
    main()
