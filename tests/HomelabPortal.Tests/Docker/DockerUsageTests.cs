using System.Formats.Tar;
using System.Text;
using System.Text.Json;
using HomelabPortal.Docker;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Docker;

public sealed class DockerUsageTests
{
    private static readonly ContainerSample _first = new() { CpuNanoseconds = 1_000, SystemNanoseconds = 10_000, Processors = 4 };

    [Fact]
    public void Processors_BetweenTwoSamples_AreTheShareOfTheHostTimesItsProcessors() =>
        Assert.Equal(1.0, (_first with { CpuNanoseconds = 2_000, SystemNanoseconds = 14_000 }).ProcessorsSince(_first));

    [Fact]
    public void Processors_OfSamplesThatDoNotBelongTogether_AreUnknown()
    {
        Assert.Null(_first.ProcessorsSince(_first));
        Assert.Null((_first with { CpuNanoseconds = 10, SystemNanoseconds = 20_000 }).ProcessorsSince(_first));
    }

    [Theory]
    [InlineData("""{"usage":1000,"stats":{"inactive_file":300}}""", 700UL)]
    [InlineData("""{"usage":1000,"stats":{"inactive_file":900,"total_inactive_file":100}}""", 900UL)]
    [InlineData("""{"usage":1000,"stats":{"inactive_file":2000}}""", 1000UL)]
    [InlineData("""{"usage":1000}""", 1000UL)]
    [InlineData("""{"usage":"many","stats":[]}""", 0UL)]
    [InlineData("[]", 0UL)]
    public void Memory_IsWithoutTheCacheThatIsGivenBack(string memory, ulong expected)
    {
        using var stats = JsonDocument.Parse($$"""{"read":"2026-11-21T00:13:08.180615081Z","memory_stats":{{memory}}}""");
        Assert.Equal(expected, SampleReader.Read(stats.RootElement)?.MemoryBytes);
    }

    [Theory]
    [InlineData("""{"read":"0001-01-01T00:00:00Z"}""")]
    [InlineData("""{"read":7}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Sample_OfAContainerThatDoesNotRun_IsNone(string json)
    {
        using var stats = JsonDocument.Parse(json);
        Assert.Null(SampleReader.Read(stats.RootElement));
    }

    [Fact]
    public void Traffic_IsTheSumOfNetworksAndDisks()
    {
        using var stats = JsonDocument.Parse("""
            {"read":"2026-11-21T00:13:08Z","networks":{"eth0":{"rx_bytes":1,"tx_bytes":2},"eth1":{"rx_bytes":10,"tx_bytes":20}},
            "blkio_stats":{"io_service_bytes_recursive":[{"op":"read","value":5},{"op":"Write","value":7},{"op":"Read","value":5},{"op":"Total","value":99}]}}
            """);
        var sample = SampleReader.Read(stats.RootElement)!;
        Assert.Equal((11UL, 22UL, 10UL, 7UL), (sample.ReceivedBytes, sample.SentBytes, sample.ReadBytes, sample.WrittenBytes));
    }

    [Fact]
    public void Processes_AreFoundByTheColumn_WhateverElseThereIs()
    {
        var top = new ContainerProcesses { Titles = ["USER", "PID"], Processes = [["root", "17"], ["root"], ["root", "-1"], ["root", "x"], ["root", "4"]] };
        Assert.Equal([17, 4], top.ProcessIds());
        Assert.Empty(new ContainerProcesses { Titles = ["COMMAND"], Processes = [["1"]] }.ProcessIds());
        Assert.Empty(new ContainerProcesses().ProcessIds());
    }

    [Fact]
    public async Task Files_ArriveWithOwnerAndMode()
    {
        var (query, type) = ("", "");
        using var body = new MemoryStream();
        await using var daemon = await FakeDaemon.StartAsync(async context =>
        {
            (query, type) = (context.Request.QueryString.Value, context.Request.ContentType);
            await context.Request.Body.CopyToAsync(body);
        });
        using var client = new DockerClient(DockerConnection.FromAddress(daemon.Address), TimeProvider.System);
        await client.PutFilesAsync("c", "/run/secrets", [new ArchiveFile("token", "top secret"u8.ToArray(), UnixFileMode.UserRead, 1000, 100)], default);
        Assert.Equal(("?path=%2Frun%2Fsecrets", "application/x-tar"), (query, type));
        body.Position = 0;
        using var tar = new TarReader(body);
        var entry = tar.GetNextEntry()!;
        using var content = new StreamReader(entry.DataStream!, Encoding.UTF8);
        Assert.Equal(("token", 1000, 100, UnixFileMode.UserRead, "top secret"), (entry.Name, entry.Uid, entry.Gid, entry.Mode, content.ReadToEnd()));
        Assert.Null(tar.GetNextEntry());
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a/./b")]
    [InlineData("")]
    public async Task File_OutsideItsFolder_IsRefusedBeforeAnythingIsSent(string name)
    {
        using var client = DockerClients.Scripted(_ => throw new InvalidOperationException("Something was sent."));
        await Assert.ThrowsAsync<ArgumentException>(() => client.PutFilesAsync("c", "/run", [new ArchiveFile(name, default, UnixFileMode.UserRead)], default));
    }

    [Theory]
    [InlineData("1.41", false, "/v1.41/volumes/prune")]
    [InlineData("1.45", true, "/v1.45/volumes/prune")]
    [InlineData("1.45", false, """/v1.45/volumes/prune?filters={"all":["true"]}""")]
    public async Task Volumes_ArePrunedAsEachVersionUnderstandsIt(string version, bool onlyNameless, string expected)
    {
        using var client = DockerClients.Scripted(
            asked => asked.Path == "/_ping" ? DockerClients.Ping(version) : ScriptedHandler.Json("""{"VolumesDeleted":["a"],"SpaceReclaimed":5}"""), out var handler);
        Assert.Equal(5, (await client.PruneVolumesAsync(onlyNameless, default)).FreedBytes);
        Assert.Equal(expected, Uri.UnescapeDataString(handler.Requests[^1].Path));
    }

    [Fact]
    public async Task Volumes_OnADaemonThatWouldTakeTheNamedOnesToo_AreLeftAlone()
    {
        using var client = DockerClients.Scripted(asked => asked.Path == "/_ping" ? DockerClients.Ping("1.41") : throw new InvalidOperationException("Something was sent."));
        Assert.Equal(DockerErrorKind.VersionUnsupported, (await Assert.ThrowsAsync<DockerApiException>(() => client.PruneVolumesAsync(onlyNameless: true, default))).Kind);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("/..")]
    [InlineData(" ")]
    public async Task Name_ThatLeadsElsewhere_IsRefusedBeforeAnythingIsSent(string name)
    {
        using var client = DockerClients.Scripted(_ => throw new InvalidOperationException("Something was sent."));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.RemoveAsync(name, force: true, default));
        if (name != "/..") await Assert.ThrowsAnyAsync<ArgumentException>(() => client.RemoveVolumeAsync(name, default));
    }

    [Fact]
    public async Task TenThousandCalls_LeaveNoSocketOpen()
    {
        await using var daemon = await FakeDaemon.StartAsync(async context =>
        {
            var path = context.Request.Path.Value!;
            if (path.EndsWith("/start", StringComparison.Ordinal)) context.Response.StatusCode = 500;
            await context.Response.WriteAsync(path.EndsWith("/events", StringComparison.Ordinal) ? """{"Action":"start"}{"Action":"die"}""" : """{"Id":"a","message":"no","StatusCode":0}""");
        });
        using (var client = new DockerClient(DockerConnection.FromAddress(daemon.Address), TimeProvider.System))
        {
            for (var i = 0; i < 2_500; i++)
            {
                await client.InspectContainerAsync("a", default);
                await Assert.ThrowsAsync<DockerApiException>(() => client.StartAsync("a", default));
                await client.WaitAsync("a", WaitCondition.NotRunning, default);
                // Left half read: its connection must be closed, not kept.
                await foreach (var _ in client.EventsAsync(null, default)) break;
            }
        }
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (daemon.OpenConnections > 0) await Task.Delay(10, limit.Token);
    }
}
