using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Cluster;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Trace.Watching;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

public sealed class PassedBookTests : IDisposable
{
    private readonly PortalDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Passed_AfterARestart_TellsWhatIsDifferentSince()
    {
        await _database.StartAsync();
        var world = new TraceWorld();
        await Book().WriteAsync(new Dictionary<string, PassedTrace> { [Books] = PassedTrace.Of(SeenAt, world.Trace(Books)) }, default);

        var kept = (await Book().ReadAsync(default))[Books];

        Assert.Equal(SeenAt, kept.At);
        Assert.Empty(TraceChanges.Between(kept.Stations, PassedTrace.StationsOf(world.Trace(Books))));
        var routeless = world.With(cluster => cluster with { IngressRoutes = Objects.Kind<HomelabPortal.Kubernetes.IngressRoute>() });
        Assert.Contains("Service: media/books is no longer on the way.", TraceChanges.Between(kept.Stations, PassedTrace.StationsOf(routeless.Trace(Books))));
    }

    [Fact]
    public async Task Passed_WrittenTwice_IsTheLater()
    {
        await _database.StartAsync();
        await Book().WriteAsync(new Dictionary<string, PassedTrace> { [Books] = new(SeenAt, []) }, default);
        await Book().WriteAsync(new Dictionary<string, PassedTrace> { [Tv] = new(SeenAt, []) }, default);

        Assert.Equal([Tv], (await Book().ReadAsync(default)).Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"a.example.org":{"At":"never"}}""")]
    [InlineData("""{"a.example.org":{"At":"2026-01-01T00:00:00Z"},"b.example.org":null}""")]
    [InlineData("""{"a.example.org":{"At":"2026-01-01T00:00:00Z","Stations":[{"Kind":"Pigeon"}]}}""")]
    public async Task Passed_ThatAnotherVersionWrote_IsAsIfNothingWasKnown(string text)
    {
        await _database.StartAsync();
        await using (var context = _database.CreateDbContext())
        {
            context.Settings.Add(new SettingRow { Key = SettingRow.PassedTraces, Value = text });
            await context.SaveChangesAsync();
        }

        Assert.Empty(await Book().ReadAsync(default));
    }

    private PassedBook Book() => new(_database, _database.Writer);
}
