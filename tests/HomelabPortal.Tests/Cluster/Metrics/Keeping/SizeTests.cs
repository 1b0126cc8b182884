using System.Globalization;
using HomelabPortal.Cluster.Metrics;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace HomelabPortal.Tests.Cluster.Metrics.Keeping;

/// <summary>What a week costs. HOMELAB_METRICS_SERIES=3000 measures as many as the decision record names.</summary>
public sealed class SizeTests(ITestOutputHelper output)
{
    private static readonly int _series = int.Parse(Environment.GetEnvironmentVariable("HOMELAB_METRICS_SERIES") ?? "20", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Week_OfSomeSeries_StaysSmallOnDiskAndInTheLog()
    {
        using var lab = new KeptLab();
        // As in the portal, where a connection is always open: without one the log would be taken in at every close.
        await using var open = lab.Open();
        await open.Database.OpenConnectionAsync();
        var empty = Length(lab, "portal.db");
        long log = 0;
        for (var day = 0; day < 8; day++)
        {
            await lab.LiveAsync(24 * 60, _series);
            log = Math.Max(log, Length(lab, "portal.db-wal"));
        }

        await using var context = lab.Open();
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var (rows, bytes) = (await context.MetricChunks.CountAsync(), await context.MetricBlocks.SumAsync(block => block.Bytes));
        var onDisk = Length(lab, "portal.db") - empty;
        var perSeriesDay = onDisk / 7.0 / _series;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_series} series, 7 days: {rows} chunks, {bytes} packed bytes, {onDisk} bytes on disk, {perSeriesDay:0} a series and day; log at most {log}"));

        // 200 workloads in 30 MB are 21,000 bytes a series and day.
        Assert.InRange(perSeriesDay, 500, 6000);
        Assert.InRange(log, 1, 8_000_000 + _series * 4000L);
    }

    [Fact]
    public async Task History_OfMoreThanFits_StaysWithinItsBound()
    {
        using var lab = new KeptLab(new MetricsOptions { MaxMegabytes = 4 });
        await lab.LiveAsync(26 * 60, deployments: 700);
        await using var context = lab.Open();

        var bytes = await context.MetricBlocks.SumAsync(block => block.Bytes + block.Chunks * HomelabPortal.Cluster.Metrics.Keeping.BlockWriter.RowBytes);
        Assert.InRange(bytes, 3_000_000, 4_000_000 + 300_000);
        Assert.False((await lab.ReadAsync("6h")).IsEmpty);
    }

    private static long Length(KeptLab lab, string file) => File.Exists(Path.Combine(lab.Folder, file)) ? new FileInfo(Path.Combine(lab.Folder, file)).Length : 0;
}
