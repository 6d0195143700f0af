"""Full-size FLUX.1-schnell with random 4-bit weights, whose activations stay finite and of natural size.

Packed bytes are drawn at random; every block's scale is 1 / (0.517 · √K), which gives weights of standard deviation
1 / √K (0.517 is the root mean square of the NF4 code book). Zero or undefined activations would let tensor cores draw
less power and clocks rise: timings would flatter, so finite latents are asserted.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bitsandbytes as bnb
import torch
from bitsandbytes.functional import QuantState, get_4bit_type
from bitsandbytes.nn.modules import Params4bit
from diffusers import AutoencoderKL, BitsAndBytesConfig, FlowMatchEulerDiscreteScheduler, FluxPipeline
from diffusers import FluxTransformer2DModel as Transformer
from torch import nn
from transformers import BitsAndBytesConfig as TransformersBnb
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer, T5Config, T5EncoderModel, T5Tokenizer

RMS_OF_NF4, BLOCK = 0.517, 64
CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,'-"


@dataclass(frozen=True)
class Size:
    """The shapes of the four models. ``FULL`` is FLUX.1-schnell as published."""

    layers: int = 19
    single_layers: int = 38
    heads: int = 24
    head: int = 128
    rope: tuple[int, int, int] = (16, 56, 56)
    t5_model: int = 4096
    t5_ff: int = 10240
    t5_layers: int = 24
    t5_heads: int = 64
    clip: int = 768
    clip_layers: int = 12
    vae: tuple[int, ...] = (128, 256, 512, 512)


FULL = Size()
TINY = Size(1, 1, 2, 32, (4, 12, 16), 64, 128, 2, 2, 64, 1, (8, 8, 8, 8))
"""For a run on a processor, which shows that the script works and nothing about speed."""


def packed(layer: nn.Linear, device: torch.device, dtype: torch.dtype = torch.bfloat16) -> bnb.nn.Linear4bit:
    """A 4-bit linear of the shape of ``layer`` (on meta) with random weights."""
    rows, columns = layer.out_features, layer.in_features
    new = bnb.nn.Linear4bit(columns, rows, bias=layer.bias is not None, compute_dtype=dtype, quant_type="nf4",
                            compress_statistics=False, device="meta")
    count = rows * columns
    bits = torch.randint(0, 256, ((count + 1) // 2, 1), dtype=torch.uint8, device=device)
    scales = torch.full((-(-count // BLOCK),), 1 / (RMS_OF_NF4 * columns ** 0.5), device=device)
    state = QuantState(absmax=scales, shape=torch.Size((rows, columns)), code=get_4bit_type("nf4", device=device),
                       blocksize=BLOCK, quant_type="nf4", dtype=dtype)
    new.weight = Params4bit(bits, requires_grad=False, quant_state=state, blocksize=BLOCK, quant_type="nf4",
                            compress_statistics=False, bnb_quantized=True, module=new)
    new.quant_state = state
    if layer.bias is not None:
        new.bias = nn.Parameter(torch.zeros(rows, device=device, dtype=dtype), requires_grad=False)
    return new


def fill(model: nn.Module, device: torch.device, keep: tuple[str, ...] = (), four_bit: bool = True) -> nn.Module:
    """Give a model on meta random weights on ``device``: linears in 4 bits except those named in ``keep``."""
    for parent in list(model.modules()):
        for name, child in list(parent.named_children()):
            if four_bit and type(child) is nn.Linear and name not in keep:
                setattr(parent, name, packed(child, device))
    for parent in model.modules():
        for name, parameter in list(parent.named_parameters(recurse=False)):
            if parameter.is_meta:
                setattr(parent, name, nn.Parameter(_drawn(parent, name, parameter, device), requires_grad=False))
        for name, buffer in list(parent.named_buffers(recurse=False)):
            if buffer.is_meta:
                parent.register_buffer(name, _buffer(name, buffer, device), persistent=False)
    return model.eval()


def _drawn(parent: nn.Module, name: str, like: torch.Tensor, device: torch.device) -> torch.Tensor:
    if name == "bias":
        return torch.zeros(like.shape, device=device, dtype=torch.bfloat16)
    if like.ndim == 1:
        return torch.ones(like.shape, device=device, dtype=torch.bfloat16)
    fan_in = like[0].numel()
    scale = 1.0 if isinstance(parent, nn.Embedding) else fan_in ** -0.5
    return torch.randn(like.shape, device=device, dtype=torch.bfloat16) * scale


def _buffer(name: str, like: torch.Tensor, device: torch.device) -> torch.Tensor:
    if "position" in name:
        return torch.arange(like.shape[-1], device=device).reshape(like.shape)
    return torch.zeros(like.shape, device=device, dtype=like.dtype)


def tokenizers() -> tuple[CLIPTokenizer, T5Tokenizer]:
    """Character tokenizers of the real classes: what is encoded is padded to 77 and 256 tokens in any case."""
    pieces = ["<|startoftext|>", "<|endoftext|>", *CHARACTERS, *(f"{c}</w>" for c in CHARACTERS)]
    clip = CLIPTokenizer(vocab={piece: at for at, piece in enumerate(pieces)}, merges=[], model_max_length=77)
    t5 = T5Tokenizer(vocab=[(piece, -float(at > 2)) for at, piece in enumerate(
        ["<pad>", "</s>", "<unk>", "▁", *CHARACTERS])], extra_ids=0, model_max_length=512)
    return clip, t5


def pipeline(size: Size, device: torch.device, seed: int = 0, four_bit: bool = True) -> Any:
    """A FluxPipeline of ``size`` with random weights on ``device``; T5's ``wo`` stays bfloat16, as ours loads it."""
    torch.manual_seed(seed)
    width = size.heads * size.head
    with torch.device("meta"):
        transformer = Transformer(
            in_channels=64, num_layers=size.layers, num_single_layers=size.single_layers,
            attention_head_dim=size.head, num_attention_heads=size.heads, joint_attention_dim=size.t5_model,
            pooled_projection_dim=size.clip, guidance_embeds=False, axes_dims_rope=size.rope)
        t5 = T5EncoderModel(T5Config(
            vocab_size=32128, d_model=size.t5_model, d_kv=size.t5_model // size.t5_heads, d_ff=size.t5_ff,
            num_layers=size.t5_layers, num_heads=size.t5_heads, feed_forward_proj="gated-gelu"))
        clip = CLIPTextModel(CLIPTextConfig(
            vocab_size=49408, hidden_size=size.clip, intermediate_size=size.clip * 4, projection_dim=size.clip,
            num_hidden_layers=size.clip_layers, num_attention_heads=max(size.clip // 64, 2), bos_token_id=0,
            eos_token_id=1, pad_token_id=1))
        vae = AutoencoderKL(
            down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
            block_out_channels=size.vae, layers_per_block=2, latent_channels=16, sample_size=1024,
            norm_num_groups=min(32, size.vae[0] // 4), use_quant_conv=False, use_post_quant_conv=False,
            scaling_factor=0.3611, shift_factor=0.1159)
    assert width == transformer.inner_dim
    fill(transformer, device, four_bit=four_bit)
    fill(t5, device, keep=("wo",), four_bit=four_bit)
    fill(clip, device, four_bit=False)
    fill(vae, device, four_bit=False)
    tokenizer, tokenizer_2 = tokenizers()
    return FluxPipeline(scheduler=FlowMatchEulerDiscreteScheduler(shift=1.0), vae=vae, text_encoder=clip,
                        tokenizer=tokenizer, text_encoder_2=t5, tokenizer_2=tokenizer_2, transformer=transformer)


def save(pipe: Any, folder: Path) -> None:
    """Write a 4-bit pipeline as published checkpoints lie on a disk."""
    four_bit = {"load_in_4bit": True, "bnb_4bit_quant_type": "nf4", "bnb_4bit_compute_dtype": torch.bfloat16}
    pipe.transformer.register_to_config(quantization_config=BitsAndBytesConfig(**four_bit))
    pipe.text_encoder_2.config.quantization_config = TransformersBnb(**four_bit, llm_int8_skip_modules=["wo"])
    pipe.transformer.is_loaded_in_4bit = pipe.text_encoder_2.is_loaded_in_4bit = True
    pipe.save_pretrained(folder)


def parameters(pipe: Any) -> float:
    """Parameters of the transformer in billions, packed ones counted as what they stand for."""
    total = 0
    for layer in pipe.transformer.modules():
        for parameter in layer.parameters(recurse=False):
            state = getattr(parameter, "quant_state", None)
            total += state.shape.numel() if state is not None else parameter.numel()
    return total / 1e9
