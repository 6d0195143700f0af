"""schemathesis over our own OpenAPI: every operation, with good and with broken input; no answer may be a server error.

    pip install schemathesis
    python benchmarks/schema.py [examples for each operation, 30 by default]

It starts the real app with a fresh database on a free port, signs an owner up, makes them an admin, so that the admins'
routes are asked in earnest too, and prints what schemathesis says.
What ends the sign-in that the run depends on is left out, and ``generate``, which takes what ``POST /jobs`` takes and
waits for the whole job.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import running  # noqa: E402

LEFT_OUT = ("/api/v1/auth/logout", "/api/v1/auth/logout-all", "/api/v1/users/me/password", "/api/v1/users/me$",
                    "/api/v1/contents/generate")
SETTINGS = {"ADGEN_MAX_JOBS_PER_USER": "3", "ADGEN_REQUESTS_PER_MINUTE": "0",
            "ADGEN_MAX_JOBS_PER_DAY": "0", "ADGEN_SIGN_IN_ATTEMPTS": "100000"}


def main(examples: int) -> int:
    """schemathesis' exit status; the log's errors are shown when there were any."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "data", **SETTINGS) as server:
        headers = server.register("schema@example.com")
        appointed = [sys.executable, "-m", "adgen", "admin", "schema@example.com"]
        subprocess.run(appointed, cwd=ROOT, env=server.environment, check=True)
        command = [str(Path(sys.executable).with_name("schemathesis")), "run", f"{server.url}/openapi.json",
                   "--url", server.url, "--header", f"Authorization: {headers['Authorization']}",
                   "--checks", "not_a_server_error", "--max-examples", str(examples), "--seed", "20261130",
                   "--phases", "examples,coverage,fuzzing", "--request-timeout", "60", "--workers", "2",
                   "--exclude-path-regex", "|".join(LEFT_OUT), "--suppress-health-check", "all",
                   "--exclude-deprecated"]
        status = subprocess.run(command, cwd=folder).returncode
        troubles = [line for line in server.log.read_text().splitlines() if " ERROR " in line or "Traceback" in line]
        print(f"{len(troubles)} errors in the app's log", *troubles[:20], sep="\n")
        return status or bool(troubles)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 30))
