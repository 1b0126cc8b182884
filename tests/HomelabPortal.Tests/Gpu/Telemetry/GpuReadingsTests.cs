using HomelabPortal.Gpu.Telemetry.Reading;

namespace HomelabPortal.Tests.Gpu.Telemetry;

public sealed class GpuReadingsTests
{
    private const string Header = "index, uuid, name, memory.total [MiB], memory.used [MiB], utilization.gpu [%], power.draw [W], power.limit [W], temperature.gpu, clocks_event_reasons.active";

    [SharedDataTheory]
    [InlineData("query-gpu-load.csv", 1474, 7, 84.24, "P2")]
    [InlineData("query-gpu-idle.csv", 596, 0, 26.20, "P8")]
    public void Card_OfARealCapture_ReadsByItsNames(string file, int used, int load, double power, string state)
    {
        var card = Assert.Single(GpuReadings.OfCards(Sample(file)));
        Assert.Equal(("NVIDIA GeForce RTX 4080 SUPER", "595.71.05", 0), (card.Name, card.Driver, card.Index));
        Assert.Equal((used, load, power, state), ((int)card.MemoryUsedMiB!, (int)card.UtilizationPercent!, card.PowerWatts, card.PowerState));
        Assert.Equal((16376d, 320d, 3165d), (card.MemoryTotalMiB, card.PowerLimitWatts, card.ClockMaxMegahertz));
        Assert.Empty(card.Throttling!.Value);
    }

    [SharedDataFact]
    public void Processes_OfARealCapture_AreAllThere()
    {
        var processes = GpuReadings.OfProcesses(Sample("compute-apps-load.csv"));
        Assert.Equal([(2165, "/usr/bin/kwin_wayland", 25d), (5022, "ffmpeg", 503d), (5021, "ffmpeg", 360d)], processes.Select(process => (process.Id, process.Name, process.MemoryMiB ?? 0)));
    }

    [Fact]
    public void Question_ThatADriverDoesNotUnderstand_IsAskedByTheOlderNameBeforeAnythingIsLeftOut()
    {
        var older = SmiQuery.After(SmiQuery.Cards)!;

        Assert.Contains("clocks_throttle_reasons.active", older[1], StringComparison.Ordinal);
        Assert.Equal(SmiQuery.Cards[1].Replace("clocks_event_reasons", "clocks_throttle_reasons", StringComparison.Ordinal), older[1]);
        Assert.Equal(SmiQuery.FewerOfCards, SmiQuery.After(older)!);
        Assert.Null(SmiQuery.After(SmiQuery.FewerOfCards));
    }

    [Theory]
    [InlineData("[N/A]")]
    [InlineData("N/A")]
    [InlineData("[Not Supported]")]
    [InlineData("[Insufficient Permissions]")]
    [InlineData("[Unknown Error]")]
    [InlineData("[Requested functionality has been deprecated]")]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("NaN")]
    public void Value_ThatIsNoNumber_IsUnknownAndNotZero(string value)
    {
        var card = Assert.Single(GpuReadings.OfCards($"{Header}\n0, GPU-1, X, 24576, {value}, {value}, {value}, {value}, {value}, {value}\n"));
        Assert.Equal((null, null, null, null, null), (card.MemoryUsedMiB, card.UtilizationPercent, card.PowerWatts, card.PowerLimitWatts, card.TemperatureCelsius));
        Assert.Null(card.MemoryShare);
    }

    [Theory]
    [InlineData("0x0000000000000000", "")]
    [InlineData("0x0000000000000001", "")]
    [InlineData("0x0000000000000004", "held by the power limit")]
    [InlineData("0x0000000000000044", "held by the power limit, slowed by the hardware, too hot")]
    public void Reasons_ThatHoldTheClocksDown_AreSaid(string bits, string expected) =>
        Assert.Equal(expected, string.Join(", ", Assert.Single(GpuReadings.OfCards($"{Header}\n0, GPU-1, X, 1, 1, 1, 1, 1, 1, {bits}\n")).Throttling!.Value));

    [Fact]
    public void Columns_InAnotherOrderOrWithUnits_ReadTheSame()
    {
        var plain = Assert.Single(GpuReadings.OfCards("uuid, memory.used [MiB], index\nGPU-1, 1523, 1\n"));
        var withUnits = Assert.Single(GpuReadings.OfCards("index, memory.used [MiB], uuid\r\n1, 1523 MiB, GPU-1\r\n"));
        Assert.Equal(plain, withUnits);
        Assert.Equal((1, 1523d), (plain.Index, plain.MemoryUsedMiB));
    }

    [Fact]
    public void Text_WithDamage_NeverThrows()
    {
        var random = new Random(20261122);
        var good = $"{Header}\n0, GPU-1, NVIDIA GeForce RTX 3090, 24576, 1523, 37, 142.37, 350.00, 56, 0x0000000000000004\n";
        for (var round = 0; round < 3000; round++)
        {
            var text = good.ToCharArray().ToList();
            for (var i = random.Next(6); i >= 0 && text.Count > 0; i--)
            {
                var at = random.Next(text.Count);
                if (random.Next(2) == 0) text.RemoveAt(at);
                else text[at] = "\n,[] x0\r\u00e9"[random.Next(9)];
            }
            var damaged = string.Concat(text);
            Assert.All(GpuReadings.OfCards(damaged), card => Assert.NotEmpty(card.Uuid));
            GpuReadings.OfProcesses(damaged);
        }
    }

    [Theory]
    [InlineData(9, "driver of the host is not loaded")]
    [InlineData(12, "library is missing")]
    [InlineData(15, "fallen off the bus")]
    [InlineData(127, "no nvidia-smi")]
    [InlineData(77, "ended with 77")]
    public void ExitCode_IsASentence(int code, string part) => Assert.Contains(part, SmiExit.Words(code), StringComparison.Ordinal);

    private static string Sample(string file) => File.ReadAllText(SharedData.PathOf("docker-fixtures", "nvidia-smi-samples", file));
}
