using HomelabPortal.Gpu.Containers.Templates;
using HomelabPortal.Gpu.Servers;

namespace HomelabPortal.Tests.Gpu.Servers;

public sealed class KnownServersTests
{
    public static TheoryData<string> Images => [.. ContainerTemplates.All.Select(template => template.Container.Image!)];

    /// <summary>Whoever adds a template says whether it has a login.</summary>
    [Theory]
    [MemberData(nameof(Images))]
    public void Image_OfATemplate_IsKnown(string image) => Assert.NotNull(KnownServers.Find(image));

    [Theory]
    [InlineData("ollama/ollama", "Ollama")]
    [InlineData("ollama/ollama:0.6.2", "Ollama")]
    [InlineData("docker.io/ollama/ollama:latest", "Ollama")]
    [InlineData("registry.lan:5000/mirror/ollama/ollama:0.6@sha256:aa", "Ollama")]
    [InlineData("OLLAMA/Ollama", "Ollama")]
    [InlineData("ghcr.io/ggml-org/llama.cpp:server-cuda", "llama.cpp")]
    [InlineData("ghcr.io/huggingface/text-generation-inference:3.3.5", "Text Generation Inference")]
    [InlineData("notollama/ollama", null)]
    [InlineData("ollama/ollama-ui", null)]
    [InlineData("nginx", null)]
    [InlineData("", null)]
    [InlineData(":::", null)]
    public void Find_ByRepository_KnowsMirrorsAndNoNamesakes(string image, string? title) => Assert.Equal(title, KnownServers.Find(image)?.Title);

    [Theory]
    [InlineData("vllm/vllm-openai:v0.8.2", "--model m", null, true)]
    [InlineData("vllm/vllm-openai:v0.8.2", "--model m --api-key abc", null, false)]
    [InlineData("vllm/vllm-openai:v0.8.2", "--api-key=abc", null, false)]
    [InlineData("vllm/vllm-openai:v0.8.2", "--api-key", null, true)]
    [InlineData("vllm/vllm-openai:v0.8.2", "--api-key= --model m", null, true)]
    [InlineData("vllm/vllm-openai:v0.8.2", "--api-key --model m", null, true)]
    [InlineData("vllm/vllm-openai:v0.8.2", "", "VLLM_API_KEY", false)]
    [InlineData("vllm/vllm-openai:v0.8.2", "", "API_KEY", true)]
    [InlineData("ollama/ollama", "--api-key abc", "OLLAMA_API_KEY", true)]
    [InlineData("ghcr.io/open-webui/open-webui:main", "", null, false)]
    [InlineData("nginx", "", null, false)]
    public void Wanted_ByImageCommandAndVariables_HasALoginOrNot(string image, string command, string? variable, bool isOpen)
    {
        var container = Docks.Wanted(image) with
        {
            Command = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            Variables = variable is null ? [] : [new() { Name = variable, Secret = "s1" }],
        };

        Assert.Equal(isOpen, ServersWithoutLogin.Of(container) is not null);
    }
}
