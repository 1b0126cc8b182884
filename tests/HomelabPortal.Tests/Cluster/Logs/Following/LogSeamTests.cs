using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Logs.Following;

public sealed class LogSeamTests
{
    private static readonly DateTimeOffset _start = new(2026, 11, 21, 17, 0, 10, TimeSpan.Zero);

    [Fact]
    public void Resume_IsAskedForFromTheSecondBeforeTheNewest()
    {
        var seam = Seam("a 0.1", "b 3.7");
        Assert.Equal(_start.AddSeconds(2), seam.ResumeFrom);
        Assert.Null(new LogSeam().ResumeFrom);
    }

    [Fact]
    public void EqualLinesOfOneInstant_AreCounted() =>
        Assert.Equal(["same", "next"], Replay(Seam("same 0.5", "same 0.5"), "same 0.5", "same 0.5", "same 0.5", "next 0.6"));

    [Fact]
    public void LinesOutOfOrder_AreStillKnownAgain() =>
        Assert.Equal(["new"], Replay(Seam("a 1.005", "b 1.002", "c 1.006"), "a 1.005", "b 1.002", "c 1.006", "new 1.004"));

    [Fact]
    public void RotationOfWhatWasShown_LosesNothing() =>
        Assert.Equal(["e", "f"], Replay(Seam("a 0.1", "b 0.2", "c 0.3", "d 0.4"), "c 0.3", "d 0.4", "e 0.5", "f 0.6"));

    [Fact]
    public void OlderLinesThanTheTail_ArePassedOver()
    {
        var seam = new LogSeam(startsInside: true);
        foreach (var line in Lines("c 0.3", "d 0.4"))
            seam.Add(line);
        Assert.Equal(["e"], Replay(seam, "a 0.1", "b 0.2", "c 0.3", "d 0.4", "e 0.5"));
    }

    [Fact]
    public void WhatWasShownIsGone_IsBroken()
    {
        var step = Seam("a 0.1", "b 0.2").Replay().Take(Lines("x 5.0")[0]);
        Assert.Equal(SeamOutcome.Broken, step.Outcome);
        Assert.Equal("x", Assert.Single(step.Lines).Text);
    }

    [Fact]
    public void BurstBeyondTheLimit_IsJoinedByItsEnd()
    {
        var lines = Enumerable.Range(0, LogSeam.Most * 2).Select(number => Line($"line {number}", 1_000_000L * (number / 20))).ToList();
        var seam = new LogSeam();
        foreach (var line in lines.Where(line => line.Time!.Value.UnixNanoseconds < long.MaxValue))
            seam.Add(line);
        var replay = seam.Replay();
        var from = LogTime.From(seam.ResumeFrom!.Value);
        var shown = lines.Where(line => line.Time >= from).Append(Line("new", 3_000_000_000)).SelectMany(line => replay.Take(line).Lines).Select(line => line.Text);
        Assert.Equal(["new"], shown);
    }

    private static LogSeam Seam(params string[] lines)
    {
        var seam = new LogSeam();
        foreach (var line in Lines(lines))
            seam.Add(line);
        return seam;
    }

    private static List<string> Replay(LogSeam seam, params string[] lines)
    {
        var replay = seam.Replay();
        var steps = Lines(lines).Select(replay.Take).ToList();
        Assert.DoesNotContain(steps, step => step.Outcome == SeamOutcome.Broken);
        return [.. steps.SelectMany(step => step.Lines).Select(line => line.Text)];
    }

    private static List<PodLogLine> Lines(params string[] lines) =>
        [.. lines.Select(line => line.Split(' ')).Select(parts => Line(parts[0], (long)(decimal.Parse(parts[1]) * 1_000_000_000)))];

    private static PodLogLine Line(string text, long after)
    {
        var time = new LogTime(LogTime.From(_start).UnixNanoseconds + after);
        return new PodLogLine { Text = text, Time = time, Hash = (ulong)HashCode.Combine(text, time) };
    }
}
