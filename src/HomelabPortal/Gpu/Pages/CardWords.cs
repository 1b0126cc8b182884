using System.Globalization;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Reading;

namespace HomelabPortal.Gpu.Pages;

/// <summary>What is said of a card. What it does not tell is said so, and is never zero.</summary>
internal static class CardWords
{
    private const string NotReported = "not reported";

    public static string Href(string host, string card) => $"/gpu/hosts/{Uri.EscapeDataString(host)}/cards/{Uri.EscapeDataString(card)}";

    /// <summary>"GPU 0, driver 580.95.05, P2".</summary>
    public static string Subtitle(GpuReading card) => string.Join(", ", new[] { $"GPU {card.Index}", card.Driver is null ? "driver not reported" : $"driver {card.Driver}", card.PowerState }.OfType<string>());

    public static string Memory(GpuReading card) => card.MemoryUsedMiB is null && card.MemoryTotalMiB is null ? NotReported : VideoMemory.Part(card.MemoryUsedMiB, card.MemoryTotalMiB);

    public static string Power(GpuReading card) => (card.PowerWatts, card.PowerLimitWatts) switch
    {
        (null, null) => NotReported,
        (null, { } limit) => $"{NotReported}, limit {Number(limit, "W")}",
        ({ } power, null) => Number(power, "W"),
        ({ } power, { } limit) => $"{Number(power, "")}of {Number(limit, "W")}",
    };

    public static string Clock(GpuReading card) => (card.ClockMegahertz, card.ClockMaxMegahertz) is ({ } now, { } most) ? $"{Number(now, "")}of {Number(most, "MHz")}" : Number(card.ClockMegahertz, "MHz");

    public static string Throttling(GpuReading card) => card.Throttling switch
    {
        null => NotReported,
        { Length: 0 } => "no",
        { } reasons => string.Join(", ", reasons),
    };

    public static string Number(double? value, string unit) => value is null ? NotReported : string.Create(CultureInfo.InvariantCulture, $"{value:0} {unit}");
}
