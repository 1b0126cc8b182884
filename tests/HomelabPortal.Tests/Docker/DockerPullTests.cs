using System.Text;
using System.Text.Json;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class DockerPullTests
{
    private const string Layers =
        """{"status":"Pulling from lab/app","id":"1"}""" + "\r\n" +
        """{"status":"Pulling fs layer","progressDetail":{},"id":"aaa"}""" + "\r\n" +
        """{"status":"Already exists","progressDetail":{},"id":"bbb"}""" + "\r\n" +
        """{"status":"Downloading","progressDetail":{"current":50,"total":200},"progress":"[=> ]","id":"aaa"}""" + "\r\n";

    [Fact]
    public void Stream_SplitAtEveryOffset_GivesTheSameReports()
    {
        var bytes = Encoding.UTF8.GetBytes(Layers);
        for (var split = 0; split <= bytes.Length; split++)
        {
            var reader = new ObjectStreamReader<PullReport>(DockerJson.Wire.PullReport, "pull stream");
            var reports = new List<PullReport>();
            reader.Add(bytes.AsSpan(0, split), reports);
            reader.Add(bytes.AsSpan(split), reports);
            Assert.Equal(
                [new PullProgress(null, "Pulling from lab/app", null, null), new("aaa", "Pulling fs layer", null, null), new("bbb", "Already exists", null, null), new("aaa", "Downloading", 50, 200)],
                reports.Select(report => report.ToProgress()));
        }
    }

    [Fact]
    public async Task Error_InsideAGoodAnswer_IsThrownAfterWhatCame()
    {
        using var client = Answering(Layers + """{"errorDetail":{"code":401,"message":"unauthorized: token has expired"},"error":"unauthorized: token has expired"}""");
        var reports = new List<PullProgress>();
        var fault = await Assert.ThrowsAsync<DockerApiException>(async () =>
        {
            await foreach (var report in client.PullAsync("lab/app:1", null, default)) reports.Add(report);
        });
        Assert.Equal((4, DockerErrorKind.RegistryAuth, "unauthorized: token has expired"), (reports.Count, fault.Kind, fault.DaemonMessage));
        Assert.Contains("lab/app:1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disk_FullInTheMiddle_IsSaid()
    {
        using var client = Answering(Layers + """{"errorDetail":{"message":"failed to register layer: write /x: no space left on device"}}""");
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => DrainAsync(client));
        Assert.Equal(DockerErrorKind.DiskFull, fault.Kind);
    }

    [Fact]
    public async Task Stream_CutShort_IsAFault()
    {
        using var client = Answering(Layers + """{"status":"Down""");
        Assert.Equal(DockerErrorKind.InvalidAnswer, (await Assert.ThrowsAsync<DockerApiException>(() => DrainAsync(client))).Kind);
    }

    [Theory]
    [InlineData("busybox", "busybox", "latest")]
    [InlineData("ghcr.io/a/b:1.2", "ghcr.io/a/b", "1.2")]
    [InlineData("host:5000/a/b", "host:5000/a/b", "latest")]
    [InlineData("host:5000/a/b@sha256:00ff", "host:5000/a/b", "sha256:00ff")]
    [InlineData("host:5000/a/b:1@sha256:00ff", "host:5000/a/b", "sha256:00ff")]
    public async Task Name_IsAskedForWithExactlyOneTag(string image, string repository, string tag)
    {
        using var client = DockerClients.Scripted(asked => asked.Path == "/_ping" ? DockerClients.Ping("1.41") : ScriptedHandler.Json(""), out var handler);
        await foreach (var report in client.PullAsync(image, null, default)) Assert.Fail(report.Status);
        Assert.Equal($"/v1.41/images/create?fromImage={Uri.EscapeDataString(repository)}&tag={Uri.EscapeDataString(tag)}", handler.Requests[^1].Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../containers/json")]
    [InlineData("a/../../x")]
    [InlineData("/a")]
    [InlineData("a//b")]
    public async Task Name_ThatLeadsElsewhere_IsRefusedBeforeAnythingIsSent(string image)
    {
        using var client = DockerClients.Scripted(_ => throw new InvalidOperationException("Something was sent."));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.InspectImageAsync(image, default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.RemoveImageAsync(image, false, default));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
        {
            await foreach (var report in client.PullAsync(image, null, default)) Assert.Fail(report.Status);
        });
    }

    [Fact]
    public void Credentials_GoIntoTheHeaderForUrls_AndNotIntoText()
    {
        var credentials = new RegistryCredentials("us??er", "s>>ecret\u00FF", "ghcr.io");
        var header = credentials.ToHeader();
        Assert.DoesNotContain(header, character => character is '+' or '/');
        Assert.Equal(0, header.Length % 4);
        using var sent = JsonDocument.Parse(Convert.FromBase64String(header.Replace('-', '+').Replace('_', '/')));
        Assert.Equal("s>>ecret\u00FF", sent.RootElement.GetProperty("password").GetString());
        Assert.Equal("us??er at ghcr.io", $"{credentials}");
    }

    [Fact]
    public void Tally_CountsBytesOfEachLayerOnce()
    {
        var tally = new PullTally();
        tally.Add(new PullProgress("a", "Pulling fs layer", null, null));
        tally.Add(new PullProgress("b", "Already exists", null, null));
        tally.Add(new PullProgress("a", "Downloading", 50, 200));
        Assert.Equal(new PullTotals(2, 1, 50, 200, null), tally.Add(new PullProgress("c", "Waiting", null, null)) with { Layers = 2 });
        Assert.Equal(60, tally.Add(new PullProgress("a", "Downloading", 60, 200)).DownloadedBytes);
        Assert.Equal(0, tally.Add(new PullProgress("a", "Retrying in 5 seconds", null, null)).DownloadedBytes);
        tally.Add(new PullProgress("a", "Download complete", null, null));
        // Extracting counts from the beginning again, of the same bytes.
        Assert.Equal(200, tally.Add(new PullProgress("a", "Extracting", 1, 200)).DownloadedBytes);
        tally.Add(new PullProgress("a", "Pull complete", null, null));
        Assert.Equal(new PullTotals(3, 2, 200, 200, "sha256:x"), tally.Add(new PullProgress(null, "Digest: sha256:x", null, null)));
    }

    private static DockerClient Answering(string stream) => DockerClients.Answering(() => ScriptedHandler.Json(stream));

    private static async Task DrainAsync(DockerClient client)
    {
        await foreach (var report in client.PullAsync("lab/app:1", null, default)) Assert.NotNull(report.Status);
    }
}
