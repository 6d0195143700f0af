"""The measured parts as Markdown, each goal beside what was seen; what misses is said."""

import json
from pathlib import Path
from typing import Any

HEAD = "FLUX.1-schnell, **random weights, full size**, 1024 × 1024, 4 steps, 256 text tokens, request to PNG."


def table(folder: Path) -> str:
    """All parts that lie in ``folder``."""
    found = {path.stem: json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))}
    if not found:
        return "Nothing was measured yet."
    one = next(iter(found.values()))
    lines = [HEAD, "", "Machine: " + ", ".join(f"{key} {value}" for key, value in one["card"].items())
             + f"; diffusers {one['diffusers']}, bitsandbytes {one['bitsandbytes']}.", "",
             "| what | p50 ms | p95 ms | peak GB | first ms |", "|---|---|---|---|---|"]
    for name, row in found.items():
        if "one_by_one_ms" in row:
            took = row["one_by_one_ms"]
            lines.append(f"| {name.replace('_', ' ')} | {took['p50']} | {took['p95']} | "
                         f"{row.get('peak', {}).get('allocated_gb', '–')} | {row.get('first_ms', '–')} |")
        elif "failed" in row:
            lines.append(f"| {name.replace('_', ' ')} | failed: {row['failed'][:120]} | | | |")
    return "\n".join([*lines, "", *_goals(found), "", *_rest(found)])


def _goals(found: dict[str, Any]) -> list[str]:
    """The goals of the issue, each with what was seen."""
    def p50(name: str) -> float | None:
        value = found.get(name, {}).get("one_by_one_ms", {}).get("p50")
        return float(value) if value else None

    nf4, bf16 = p50("ours_nf4"), p50("ours_bf16")
    eager, offload = p50("stock_nf4_eager"), p50("stock_nf4_offload")
    rows: list[tuple[str, float | None, float, bool]] = [
        ("NF4-resident, ms", nf4, 550, False), ("bf16-resident, ms", bf16, 500, False),
        ("NF4-resident peak, GB", found.get("ours_nf4", {}).get("peak", {}).get("allocated_gb"), 14, False),
        ("times faster than stock NF4 eager", eager / nf4 if eager and nf4 else None, 1.8, True),
        ("times faster than stock NF4 with offload", offload / nf4 if offload and nf4 else None, 3, True),
        ("share of the cuBLAS ceiling while denoising", _share(found), 0.70, True),
        ("batch of 4 against single images, throughput", _batch(found), 1.1, True),
        ("ready from local files, warm cache, s", found.get("files", {}).get("warm", {}).get("ready_seconds")
         if isinstance(found.get("files", {}).get("warm"), dict) else None, 30, False),
    ]
    lines = ["| goal | wanted | seen | |", "|---|---|---|---|"]
    for name, seen, wanted, more in rows:
        held = seen is not None and (seen >= wanted if more else seen <= wanted)
        told = ("not measured", "") if seen is None else (round(seen, 2), "held" if held else "**missed**")
        lines.append(f"| {name} | {'≥' if more else '≤'} {wanted} | {told[0]} | {told[1]} |")
    return lines


def _share(found: dict[str, Any]) -> float | None:
    best = found.get("ceilings", {}).get("cublas_tflops")
    rates = [row["tflops"] for name, row in found.get("steps", {}).items()
             if isinstance(row, dict) and "tflops" in row and " 1024 x1" in name]
    return max(rates) / best if best and rates else None


def _batch(found: dict[str, Any]) -> float | None:
    parts = found.get("steps", {})
    ratios = [4 * row["p50"] / parts[name.replace("x1", "x4")]["p50"] for name, row in parts.items()
              if isinstance(row, dict) and name.endswith(" 1024 x1") and name.replace("x1", "x4") in parts]
    return max(ratios) if ratios else None


def _rest(found: dict[str, Any]) -> list[str]:
    """Everything else, as it was written."""
    lines = []
    for name, row in found.items():
        lines += [f"<details><summary>{name.replace('_', ' ')}</summary>", "", "```json",
                  json.dumps(row, indent=1, ensure_ascii=False), "```", "</details>", ""]
    return lines
