using FsCheck.Fluent;
using FsCheck;
using HomelabPortal.Gpu.Containers.Checking;

namespace HomelabPortal.Tests.Gpu.Containers.Checking;

public sealed class ImageReferenceTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("busybox", "busybox", null)]
    [InlineData("ollama/ollama:0.6.2", "ollama/ollama", "0.6.2")]
    [InlineData("ghcr.io/ggml-org/llama.cpp:server-cuda", "ghcr.io/ggml-org/llama.cpp", "server-cuda")]
    [InlineData("localhost:5000/a/b_c", "localhost:5000/a/b_c", null)]
    public void Text_OfAnImage_IsRead(string text, string repository, string? tag)
    {
        Assert.True(ImageReference.TryParse(text, out var image));
        Assert.Equal((repository, tag), (image.Repository, image.Tag));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Ollama/Ollama")]
    [InlineData("ollama:")]
    [InlineData("ollama:la test")]
    [InlineData("ollama\n")]
    [InlineData("/ollama")]
    [InlineData("../ollama")]
    [InlineData("ollama@sha256:12")]
    [InlineData("http://ollama/ollama")]
    public void Text_OfSomethingElse_IsRefused(string text) => Assert.False(ImageReference.TryParse(text, out _));

    [Fact]
    public void Wanted_WithADigest_NamesNoTag() => Assert.Equal($"ollama/ollama@{Digest}", ImageReference.Parse("ollama/ollama:0.6.2", Digest).Wanted);

    [Fact]
    public void Wanted_WithoutATag_IsTheLatest() => Assert.Equal("busybox:latest", ImageReference.Parse("busybox").Wanted);

    [Fact]
    public void AnyText_IsReadOrRefusedInTime() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ImageReference.TryParse(text, out _) || true).QuickCheckThrowOnFailure();

    [Fact]
    public void LongText_ThatNeverFits_IsRefusedInTime() => Assert.False(ImageReference.TryParse(string.Concat(Enumerable.Repeat("a-", 120)) + "!", out _));
}
