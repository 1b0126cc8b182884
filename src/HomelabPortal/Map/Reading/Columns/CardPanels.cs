using System.Globalization;
using HomelabPortal.Gpu.Pages;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Reading;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>The graphics cards of each Docker host.</summary>
internal static class CardPanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene) => scene.Facts.Gpu.Hosts.Where(host => host.Cards.Length > 0).OrderBy(host => host.Host, NaturalOrder.Instance)
        .Select(host => Groups.Of($"cards:{host.Host}", MapKind.Card, host.Host, "/gpu", host.Cards.OrderBy(card => card.Index).Select(card => SightOf(host).See(Thing(host, card)))));

    private static Sight SightOf(GpuHostState host) => new(host.AsOf is null && host.Fault is null ? "It has not been measured yet." : host.Fault, host.AsOf);

    private static MapThing Thing(GpuHostState host, GpuReading card) => new(MapIds.Card(host.Host, card.Uuid), MapKind.Card, Short(card.Name), State(card), Words(card), CardWords.Href(host.Host, card.Uuid)) { Of = host.Host };

    /// <summary>What a card does not tell is no trouble of it.</summary>
    private static HealthState State(GpuReading card) => new[] { CardHealth.OfMemory(card.MemoryShare), CardHealth.OfTemperature(card.TemperatureCelsius) }
        .Where(state => state != HealthState.Unknown).DefaultIfEmpty(HealthState.Healthy).Max();

    private static string Words(GpuReading card) => string.Join(", ", new[]
    {
        card is { MemoryUsedMiB: { } used, MemoryTotalMiB: { } total } ? string.Create(CultureInfo.InvariantCulture, $"{used / 1024:0.0} of {total / 1024:0} GiB used") : "",
        card.TemperatureCelsius is { } heat ? string.Create(CultureInfo.InvariantCulture, $"{heat:0} °C") : "",
    }.Where(part => part.Length > 0));

    /// <summary>Everybody knows whose an RTX is.</summary>
    private static string Short(string name) => name.Replace("NVIDIA ", "", StringComparison.Ordinal).Replace("GeForce ", "", StringComparison.Ordinal);
}
