using HomelabPortal.Gpu.Telemetry.Exporting;

namespace HomelabPortal.Tests.Gpu.Telemetry;

public sealed class ExporterReadingsTests
{
    private const string Smi = """
        # HELP nvidia_smi_gpu_info A metric with a constant '1' value labeled by gpu uuid
        # TYPE nvidia_smi_gpu_info gauge
        nvidia_smi_gpu_info{driver_version="570.195.03",index="0",name="NVIDIA \"GeForce\", RTX 3090",uuid="3a23c669-1f69"} 1
        nvidia_smi_utilization_gpu_ratio{uuid="3a23c669-1f69"} 0.37
        nvidia_smi_memory_used_bytes{uuid="3a23c669-1f69"} 1.596981248e+09
        nvidia_smi_memory_total_bytes{uuid="3a23c669-1f69"} 2.5769803776e+10
        nvidia_smi_temperature_gpu{uuid="3a23c669-1f69"} 56
        nvidia_smi_power_draw_watts{uuid="3a23c669-1f69"} NaN
        nvidia_smi_compute_app_used_memory_bytes{pid="4211",process_name="/usr/bin/ollama",uuid="3a23c669-1f69"} 1.26877696e+09
        """;

    private const string Dcgm = """
        DCGM_FI_DEV_GPU_UTIL{gpu="1",UUID="GPU-77",modelName="NVIDIA A2"} 12 1795220048000
        DCGM_FI_DEV_FB_USED{gpu="1",UUID="GPU-77",modelName="NVIDIA A2"} 1000
        DCGM_FI_DEV_FB_FREE{gpu="1",UUID="GPU-77",modelName="NVIDIA A2"} 14000
        """;

    [Fact]
    public void Metrics_OfNvidiaGpuExporter_AreACardInTheSameUnits()
    {
        var samples = MetricText.Read(Smi).ToList();
        var card = Assert.Single(ExporterReadings.OfCards(samples));
        Assert.Equal(("GPU-3a23c669-1f69", "NVIDIA \"GeForce\", RTX 3090", "570.195.03"), (card.Uuid, card.Name, card.Driver));
        Assert.Equal((37d, 1523d, 24576d, 56d), (card.UtilizationPercent, card.MemoryUsedMiB, card.MemoryTotalMiB, card.TemperatureCelsius));
        Assert.Null(card.PowerWatts);
        var process = Assert.Single(ExporterReadings.OfProcesses(samples));
        Assert.Equal(("GPU-3a23c669-1f69", 4211, 1210d), (process.Card, process.Id, process.MemoryMiB));
    }

    [Fact]
    public void Metrics_OfDcgm_AreACardInTheSameUnits()
    {
        var card = Assert.Single(ExporterReadings.OfCards(MetricText.Read(Dcgm).ToList()));
        Assert.Equal(("GPU-77", 1, "NVIDIA A2", 12d, 1000d, 15000d), (card.Uuid, card.Index, card.Name, card.UtilizationPercent, card.MemoryUsedMiB, card.MemoryTotalMiB));
    }

    [Fact]
    public void Metrics_OfACardThatIsSplit_AreThoseOfAllItsInstances()
    {
        const string Split = """
            DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-88",GPU_I_PROFILE="3g.20gb",GPU_I_ID="1"} 51
            DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-88",GPU_I_PROFILE="3g.20gb",GPU_I_ID="2"} 51
            DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-88",GPU_I_PROFILE="3g.20gb",GPU_I_ID="1"} 90
            DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-88",GPU_I_PROFILE="3g.20gb",GPU_I_ID="1"} 1000
            DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-88",GPU_I_PROFILE="3g.20gb",GPU_I_ID="2"} 4000
            DCGM_FI_DEV_FB_FREE{gpu="0",UUID="GPU-88",GPU_I_PROFILE="3g.20gb",GPU_I_ID="1"} 19000
            DCGM_FI_DEV_FB_FREE{gpu="0",UUID="GPU-88",GPU_I_PROFILE="3g.20gb",GPU_I_ID="2"} 16000
            """;

        var card = Assert.Single(ExporterReadings.OfCards(MetricText.Read(Split).ToList()));

        Assert.Equal((5000d, 35000d, 40000d, 51d), (card.MemoryUsedMiB, card.MemoryFreeMiB, card.MemoryTotalMiB, card.TemperatureCelsius));
        Assert.Null(card.UtilizationPercent);
    }

    [Fact]
    public void Metrics_OfACardThatIsSplitAndOfItsInstances_AreCountedOnce()
    {
        const string Both = """
            DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-88",GPU_I_ID="1"} 1000
            DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-88"} 5000
            DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-88",GPU_I_ID="1"} 90
            DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-88"} 40
            """;

        var card = Assert.Single(ExporterReadings.OfCards(MetricText.Read(Both).ToList()));

        Assert.Equal((5000d, 40d), (card.MemoryUsedMiB, card.UtilizationPercent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("a{b=\"c} 1")]
    [InlineData("a{b} 1")]
    [InlineData("a{b=} 1")]
    [InlineData("a")]
    [InlineData("{} 1")]
    [InlineData("a{b=\"c\\")]
    public void Line_ThatIsNoMetric_IsPassedOver(string line) => Assert.Empty(MetricText.Read(line));

    [Fact]
    public void Text_WithDamage_NeverThrows()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 3000; round++)
        {
            var text = (Smi + "\n" + Dcgm).ToCharArray();
            for (var i = random.Next(8); i >= 0; i--) text[random.Next(text.Length)] = "{}\"\\=, \n0x"[random.Next(10)];
            var samples = MetricText.Read(new string(text)).ToList();
            ExporterReadings.OfCards(samples);
            ExporterReadings.OfProcesses(samples);
        }
    }
}
