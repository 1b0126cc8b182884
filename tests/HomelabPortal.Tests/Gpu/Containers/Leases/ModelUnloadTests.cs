using System.Net;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Leases;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Gpu.Containers.Leases;

public sealed class ModelUnloadTests
{
    private static readonly Uri _address = new("http://10.0.0.160:11434/");

    [Theory]
    [InlineData("ollama/ollama:0.6.2", "10.0.0.160", "http://10.0.0.160:11500/")]
    [InlineData("docker.io/ollama/ollama", "0.0.0.0", "http://10.0.0.9:11500/")]
    [InlineData("ollama/ollama", "127.0.0.1", null)]
    [InlineData("vllm/vllm-openai", "10.0.0.160", null)]
    [InlineData("ollama/ollama-webui", "10.0.0.160", null)]
    public void Address_OfAContainer_IsWhatItPublishesToOthers(string image, string bound, string? address) => Assert.Equal(
        address, ModelUnload.AddressOf(Wish.Container(image: image) with { Ports = [new PublishedPort(bound, 11500, 11434, "tcp")] }, "10.0.0.9")?.AbsoluteUri);

    [Fact]
    public async Task Models_ThatAreLoaded_AreEachAskedToGo()
    {
        var bodies = new List<string>();
        var unload = Unload(request =>
        {
            if (request.Body is { } body)
                bodies.Add(body);
            return Answer("""{"models":[{"name":"qwen3:14b"},{"name":"llama3"},{"nothing":1}]}""");
        });

        await unload.UnloadAsync(_address, default);

        Assert.Equal(["""{"model":"qwen3:14b","keep_alive":0}""", """{"model":"llama3","keep_alive":0}"""], bodies);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"models":7}""")]
    [InlineData("<html>")]
    public async Task Answer_OfSomethingElse_IsLetBe(string text) => await Unload(_ => Answer(text)).UnloadAsync(_address, default);

    [Fact]
    public async Task Server_ThatDoesNotAnswer_DoesNotHoldUpTheStop() => await Unload(_ => throw new HttpRequestException("refused")).UnloadAsync(_address, default);

    private static ModelUnload Unload(Func<ScriptedHandler.Asked, HttpResponseMessage> answer) => new(new HttpClient(new ScriptedHandler(answer)), NullLogger<ModelUnload>.Instance);

    private static HttpResponseMessage Answer(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text) };
}
