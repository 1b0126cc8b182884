using System.Text.Json.Nodes;
using HomelabPortal.Docker;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Tests.Gpu.Containers.Writing;

namespace HomelabPortal.Tests.Gpu;

/// <summary>Docker's list shows the id of an image once its name means another one; a container stays what it was made from.</summary>
public sealed class ContainerImagesTests : IAsyncLifetime
{
    private const string Image = "ollama/ollama:latest";
    private readonly Descriptions _descriptions = new();
    private ContainerLab _lab = null!;
    private DockerClient _client = null!;
    private ContainerImages _images = null!;

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _client = new DockerClient(DockerConnection.FromAddress(_lab.Address.ToString()), TimeProvider.System, null, _descriptions);
        _images = new ContainerImages(_client);
        _lab.Pull(Image);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task List_AfterThePull_ShowsTheId()
    {
        var made = _lab.Host.Create("chat", new JsonObject { ["Image"] = Image });
        MoveTheTag();

        var shown = (await _client.ListContainersAsync(null, CancellationToken.None)).Single(container => container.Id == made.Id);

        Assert.Equal((shown.ImageId, Image), (shown.Image, (await _client.InspectContainerAsync(made.Id, CancellationToken.None))!.Config!.Image));
    }

    [Fact]
    public async Task Name_ThatMeansAnotherImageByNow_IsAskedForOnce()
    {
        var made = _lab.Host.Create("chat", new JsonObject { ["Image"] = Image });
        MoveTheTag();

        Assert.Equal(Image, (await LookAsync("chat")).Image);
        Assert.Equal(Image, (await LookAsync("chat")).Image);
        Assert.Equal(1, _descriptions.Asked(made.Id));
    }

    [Fact]
    public async Task Name_SeenBefore_StaysWhileTheContainerCannotBeDescribed()
    {
        _lab.Host.Create("chat", new JsonObject { ["Image"] = Image });
        await LookAsync("chat");
        MoveTheTag();
        _descriptions.Fail = true;

        var seen = await LookAsync("chat");

        Assert.Equal((Image, false), (seen.Image, seen.IsImageUnseen));
    }

    [Fact]
    public async Task Name_ThatCouldNotBeRead_IsUnseenAndAskedForAgain()
    {
        _lab.Host.Create("chat", new JsonObject { ["Image"] = Image });
        MoveTheTag();
        _descriptions.Fail = true;
        Assert.True((await LookAsync("chat")).IsImageUnseen);

        _descriptions.Fail = false;
        var seen = await LookAsync("chat");

        Assert.Equal((Image, false), (seen.Image, seen.IsImageUnseen));
    }

    [Fact]
    public async Task Container_MadeFromAnId_GetsANameOfThatImage()
    {
        _lab.Host.Create("chat", new JsonObject { ["Image"] = _lab.Host.Images.Find(Image)!.Id });

        Assert.Equal("Ollama", KnownServers.Find((await LookAsync("chat")).Image)?.Title);
    }

    private void MoveTheTag()
    {
        _lab.Host.Registry.Publish(Image);
        _lab.Pull(Image);
    }

    private async Task<DockerContainer> LookAsync(string name) =>
        (await _images.ReadAsync(await _client.ListContainersAsync(null, CancellationToken.None), CancellationToken.None)).Single(container => container.Name == name);

    /// <summary>Counts which containers are described, and refuses it when told to.</summary>
    private sealed class Descriptions() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        private readonly List<string> _paths = [];

        public bool Fail { get; set; }

        public int Asked(string id) => _paths.Count(path => path.EndsWith($"/containers/{id}/json", StringComparison.Ordinal));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            lock (_paths)
                _paths.Add(path);
            return Fail && path.EndsWith("/json", StringComparison.Ordinal) && !path.EndsWith("containers/json", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError) { Content = new StringContent("""{"message":"driver failed"}""") })
                : base.SendAsync(request, cancellationToken);
        }
    }
}
