"""A FLUX pipeline of the real classes, a few hundred kilobytes large, quantised to NF4 the way real checkpoints are.

Shapes keep what matters: 16 latent channels, a VAE that shrinks by 8, T5's gated feed-forward with its ``wo`` kept in
float32, and 4-bit linears in the transformer and in T5. Weights are random, so the picture is noise.
"""

from collections.abc import Iterator
from pathlib import Path

import bitsandbytes as bnb
import pytest
import torch
from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxPipeline, FluxTransformer2DModel
from diffusers import BitsAndBytesConfig as DiffusersBnb
from diffusers.quantizers.bitsandbytes.bnb_quantizer import BnB4BitDiffusersQuantizer
from transformers import BitsAndBytesConfig as TransformersBnb
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer, T5Config, T5EncoderModel, T5Tokenizer

CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,'-"


def _clip_tokenizer() -> CLIPTokenizer:
    pieces = ["<|startoftext|>", "<|endoftext|>", *CHARACTERS, *(f"{c}</w>" for c in CHARACTERS)]
    return CLIPTokenizer(vocab={piece: i for i, piece in enumerate(pieces)}, merges=[], model_max_length=77)


def _t5_tokenizer() -> T5Tokenizer:
    pieces = ["<pad>", "</s>", "<unk>", "▁", *CHARACTERS]
    return T5Tokenizer(vocab=[(piece, -float(i > 2)) for i, piece in enumerate(pieces)], extra_ids=0,
                       model_max_length=512)


def _transformer() -> FluxTransformer2DModel:
    return FluxTransformer2DModel(in_channels=64, num_layers=1, num_single_layers=1, attention_head_dim=32,
                                  num_attention_heads=2, joint_attention_dim=64, pooled_projection_dim=64,
                                  axes_dims_rope=(4, 12, 16))


def _vae() -> AutoencoderKL:
    return AutoencoderKL(down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
                         block_out_channels=(8, 8, 8, 8), layers_per_block=1, norm_num_groups=2, latent_channels=16,
                         sample_size=256, use_quant_conv=False, use_post_quant_conv=False, scaling_factor=0.3611,
                         shift_factor=0.1159)


def _text_encoders(clip_vocabulary: int, t5_vocabulary: int) -> tuple[CLIPTextModel, T5EncoderModel]:
    clip = CLIPTextModel(CLIPTextConfig(vocab_size=clip_vocabulary, hidden_size=64, intermediate_size=64,
                                        projection_dim=64, num_hidden_layers=1, num_attention_heads=2,
                                        bos_token_id=0, eos_token_id=1, pad_token_id=1))
    t5 = T5EncoderModel(T5Config(vocab_size=t5_vocabulary, d_model=64, d_kv=32, d_ff=128, num_layers=2, num_heads=2,
                                 feed_forward_proj="gated-gelu"))
    return clip, t5


def to_nf4(model: torch.nn.Module, keep: tuple[str, ...] = (), storage: torch.dtype = torch.uint8) -> None:
    """Replace every linear of ``model`` except those named in ``keep`` by a quantised one, in place."""
    for name, module in list(model.named_modules()):
        if type(module) is not torch.nn.Linear or name.rsplit(".", 1)[-1] in keep:
            continue
        layer = bnb.nn.Linear4bit(module.in_features, module.out_features, bias=module.bias is not None,
                                  compute_dtype=torch.bfloat16, quant_type="nf4", compress_statistics=False,
                                  quant_storage=storage)
        layer.load_state_dict(module.state_dict())
        parent, _, child = name.rpartition(".")
        setattr(model.get_submodule(parent), child, layer.to("cpu"))


def build(folder: Path, seed: int = 0, quantise_wo: bool = False) -> Path:
    """Write the tiny pipeline under ``folder`` and return it. ``quantise_wo`` makes the checkpoint that lies."""
    torch.manual_seed(seed)
    tokenizer, tokenizer_2 = _clip_tokenizer(), _t5_tokenizer()
    clip, t5 = _text_encoders(len(tokenizer), len(tokenizer_2))
    transformer, vae = _transformer().to(torch.bfloat16), _vae()
    t5.to(torch.float16)
    keep = () if quantise_wo else ("wo",)
    to_nf4(transformer)
    to_nf4(t5, keep=keep)
    four_bit = {"load_in_4bit": True, "bnb_4bit_quant_type": "nf4", "bnb_4bit_compute_dtype": torch.bfloat16}
    transformer.register_to_config(quantization_config=DiffusersBnb(**four_bit))
    t5.config.quantization_config = TransformersBnb(**four_bit, llm_int8_skip_modules=list(keep))
    transformer.is_loaded_in_4bit = t5.is_loaded_in_4bit = True
    pipe = FluxPipeline(scheduler=FlowMatchEulerDiscreteScheduler(shift=1.0), vae=vae, text_encoder=clip,
                        tokenizer=tokenizer, text_encoder_2=t5, tokenizer_2=tokenizer_2, transformer=transformer)
    pipe.save_pretrained(folder)
    index = folder / "model_index.json"  # published checkpoints name the tokenizer as transformers 4 did
    index.write_text(index.read_text().replace('"T5Tokenizer"', '"T5TokenizerFast"'))
    return folder


@pytest.fixture(scope="module", autouse=True)
def no_gpu_needed() -> Iterator[None]:
    """diffusers refuses 4-bit weights without a GPU, although bitsandbytes 0.50 computes them on a CPU."""
    torch.set_num_threads(1)  # tiny products; waiting threads of a busy machine made them forty times slower
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BnB4BitDiffusersQuantizer, "validate_environment", lambda *_args, **_options: None)
        yield


@pytest.fixture(scope="module", name="folder")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny pipeline on disk; one for each module that asks."""
    return build(tmp_path_factory.mktemp("flux"))
