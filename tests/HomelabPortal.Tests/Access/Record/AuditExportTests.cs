using System.Text;
using System.Text.Json;
using HomelabPortal.Access.Record;

namespace HomelabPortal.Tests.Access.Record;

public sealed class AuditExportTests
{
    [Fact]
    public async Task WriteAsync_MoreThanOneReading_HasEveryActOnceInOrder()
    {
        using var world = await RecordWorld.StartAsync();
        await world.Database.Writer.WriteAsync(
            context =>
            {
                context.Audit.AddRange(Enumerable.Range(1, 1200).Select(number => new HomelabPortal.Storage.Rows.AuditRow
                {
                    AtTicks = RecordWorld.Now.AddMinutes(number).UtcTicks, Actor = "anna", Act = $"act {number}",
                }));
                return context.SaveChangesAsync();
            },
            CancellationToken.None);

        var lines = await ExportAsync(world, "jsonl");

        Assert.Equal(
            Enumerable.Range(1, 1200).Select(number => $"act {number}"),
            lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("act").GetString()));
    }

    [Fact]
    public async Task WriteAsync_AnActWithALateOutcome_HasIt()
    {
        using var world = await RecordWorld.StartAsync();
        await world.ActAsync(1);

        Assert.Equal("done", JsonSerializer.Deserialize<JsonElement>(Assert.Single(await ExportAsync(world, "jsonl"))).GetProperty("outcome").GetString());
        var csv = await ExportAsync(world, "csv");
        Assert.Equal(AuditExportLine.CsvHeader, csv[0]);
        Assert.Contains("\"Sign in\",,,,\"done\"", csv[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_DaysFromTo_HasBothDaysAndNoOther()
    {
        using var world = await RecordWorld.StartAsync();
        foreach (var daysAgo in new[] { 4, 3, 2, 1 })
            await world.ActAsync(daysAgo, $"{daysAgo} days ago");

        var lines = await ExportAsync(world, "csv", "2026-11-18", "2026-11-19");

        Assert.Equal(2, lines.Count - 1);
        Assert.Contains("3 days ago", lines[1], StringComparison.Ordinal);
        Assert.Contains("2 days ago", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+49", "\"'+49\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =cmd|' /C calc'!A0", "\"'  =cmd|' /C calc'!A0\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("say \"hi\", please\nnow", "\"say \"\"hi\"\", please\nnow\"")]
    [InlineData("Expose a.b", "\"Expose a.b\"")]
    [InlineData(null, "")]
    public void Cell_Text_IsNeverAFormula(string? text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Theory]
    [InlineData("yesterday", null, null)]
    [InlineData(null, "21.11.2026", null)]
    [InlineData(null, null, "xlsx")]
    public void Read_WhatIsNone_SaysWhatIs(string? from, string? to, string? format) =>
        Assert.Contains(" is ", AuditExportRequest.Read(from, to, format).Fault, StringComparison.Ordinal);

    private static async Task<List<string>> ExportAsync(RecordWorld world, string format, string? from = null, string? to = null)
    {
        var (request, fault) = AuditExportRequest.Read(from, to, format);
        Assert.Null(fault);
        using var stream = new MemoryStream();
        await world.Export.WriteAsync(Assert.IsType<AuditExportRequest>(request), stream, CancellationToken.None);
        return [.. Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
