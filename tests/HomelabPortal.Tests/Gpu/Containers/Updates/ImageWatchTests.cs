using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Containers.Updates.Checking;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Gpu.Containers.Writing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using DockerState = HomelabPortal.Gpu.DockerState;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

/// <summary>Registries are asked through a simulated host, over HTTP and without pulling.</summary>
public sealed class ImageWatchTests : IAsyncLifetime
{
    private const string Image = "lab/app:1";
    private static readonly TimeSpan _interval = TimeSpan.FromHours(6);
    private readonly ManualTimeProvider _time = new();
    private readonly PortalDatabase _database = new();
    private readonly Questions _questions = new();
    private ContainerLab _lab = null!;
    private DesiredStore _store = null!;
    private DockerHost _host = null!;
    private Live<UpdateState> _live = null!;
    private Live<DockerState> _docker = null!;
    private ImageWatch _watch = null!;

    private DesiredContainer Wanted => new() { Id = "id-app", Host = _host.Name, Name = "app", Image = Image };

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _store = await _database.StartAsync();
        _host = new DockerHost(_lab.Host.Facts.Name, null, new DockerClient(DockerConnection.FromAddress(_lab.Address.ToString()), TimeProvider.System, null, _questions));
        _live = new Live<UpdateState>(UpdateState.Empty, _time);
        _docker = new Live<DockerState>(DockerState.Empty, _time);
        _watch = new ImageWatch(
            [_host], _docker, _store, _live, Options.Create(new ContainerOptions { UpdateCheckInterval = _interval }), new Random(1), _time, NullLogger<ImageWatch>.Instance);
        _lab.Pull(Image);
        await _store.SaveAsync(new DesiredEdit.PutContainer(Wanted), "test", Desire.Owner, null, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        _watch.Dispose();
        _host.Client.Dispose();
        _database.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task Image_ThatIsPublishedAnew_IsNoticedWithoutPulling()
    {
        await LookAsync();
        Assert.Equal(StandingKind.UpToDate, Standing.Kind);

        _lab.Host.Registry.Publish(Image);
        var images = _lab.Host.Images.Count;
        _time.Advance(_interval * 2);
        await LookAsync();

        Assert.Equal(StandingKind.NewVersion, Standing.Kind);
        Assert.Equal(images, _lab.Host.Images.Count);
    }

    [Fact]
    public async Task Registry_BetweenTwoQuestions_IsLeftInPeace()
    {
        await LookAsync();
        var asked = _questions.Asked(Image);
        _time.Advance(_interval / 2);
        await LookAsync();

        Assert.Equal((1, 1), (asked, _questions.Asked(Image)));
    }

    [Theory]
    [InlineData(RegistryFault.SignIn, FindingFault.SignIn)]
    [InlineData(RegistryFault.NotThere, FindingFault.NotThere)]
    [InlineData(RegistryFault.Limited, FindingFault.Limited)]
    [InlineData(RegistryFault.Unreachable, FindingFault.Unreachable)]
    public async Task Registry_ThatRefuses_IsToldInItsKind(RegistryFault fault, FindingFault found)
    {
        _lab.Host.Registry.Fail(Image, fault);

        await LookAsync();

        Assert.Equal((StandingKind.Unknown, found), (Standing.Kind, Standing.Finding!.Fault));
    }

    [Fact]
    public async Task Registry_ThatFailsAfterItTold_KeepsItsAnswerWithItsAge()
    {
        await LookAsync();
        var at = Standing.Finding!.At;
        _lab.Host.Registry.Fail(Image, RegistryFault.Limited);
        _time.Advance(_interval * 2);
        await LookAsync();

        Assert.Equal((StandingKind.UpToDate, FindingFault.Limited, at), (Standing.Kind, Standing.Finding!.Fault, Standing.Finding.At));
    }

    [Fact]
    public async Task Host_ThatIsOff_IsNotAsked()
    {
        await _watch.LookAsync(_host, Seen() with { Fault = "It does not answer." }, CancellationToken.None);

        Assert.Equal(0, _questions.Count);
    }

    [Fact]
    public async Task Container_WhoseUpdatesAreOff_IsNotAskedAbout()
    {
        await _store.SaveAsync(new DesiredEdit.PutContainer(Wanted with { Updates = new UpdateRule { Mode = UpdateMode.Off } }), "test", Desire.Owner, null, CancellationToken.None);

        await LookAsync();

        Assert.Equal(0, _questions.Asked(Image));
    }

    [Fact]
    public async Task Image_BuiltOnTheHost_IsNotAskedAbout()
    {
        await _store.SaveAsync(new DesiredEdit.PutContainer(Wanted with { Image = ContainerLab.Image }), "test", Desire.Owner, null, CancellationToken.None);

        await LookAsync(ContainerLab.Image);

        Assert.Equal(0, _questions.Asked(ContainerLab.Image));
    }

    [Fact]
    public async Task Foreign_ImagesToo_AreToldAbout()
    {
        await LookAsync();
        var foreign = Seen().Containers.First(container => container.Name != "app");

        Assert.Contains(VersionStandings.OfForeign(_host.Name, foreign, _live.Current.Value).Kind, new[] { StandingKind.UpToDate, StandingKind.NewVersion });
    }

    [Fact]
    public async Task Question_ByClick_IsAskedAtOnce()
    {
        await LookAsync();
        _lab.Host.Registry.Publish(Image);
        _docker.Publish(new DockerState([Seen()]));

        await _watch.CheckNowAsync(Wanted, CancellationToken.None);

        Assert.Equal(StandingKind.NewVersion, Standing.Kind);
    }

    [Fact]
    public async Task Question_ByClickOfADigestAlone_SaysWhyNot()
    {
        var fault = await Assert.ThrowsAsync<DesiredConflictException>(() => _watch.CheckNowAsync(Wanted with { Image = $"lab/app@{Versions.Digest('a')}" }, CancellationToken.None));

        Assert.Contains("digest alone", fault.Message, StringComparison.Ordinal);
    }

    private VersionStanding Standing => VersionStandings.Of(_store.Current.FindContainer("id-app")!, Seen().Containers.Single(container => container.Name == "app"), _live.Current.Value);

    private Task LookAsync(string image = Image) => _watch.LookAsync(_host, Seen(image), CancellationToken.None);

    /// <summary>The host's own containers, and one for the wanted container.</summary>
    private DockerHostState Seen(string image = Image)
    {
        var app = new DockerContainer("id-app", "app", image, "running", "Up", []) { ImageId = _lab.Host.Images.Find(image)!.Id };
        var others = _lab.Host.Containers.Select(container => new DockerContainer(container.Id, container.Name, container.Image, "running", "Up", []) { ImageId = container.ImageId });
        return new DockerHostState(_host.Name, null, [app, .. others], _time.GetUtcNow(), null);
    }

    /// <summary>Counts what a registry is asked.</summary>
    private sealed class Questions() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        private readonly List<string> _paths = [];

        public int Count => _paths.Count;

        public int Asked(string image) => _paths.Count(path => path.EndsWith($"/distribution/{image}/json", StringComparison.Ordinal));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_paths)
                _paths.Add(Uri.UnescapeDataString(request.RequestUri!.AbsolutePath));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
