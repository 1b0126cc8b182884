using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Telemetry.Reading;

/// <summary>
/// The bits of <c>clocks_event_reasons.active</c> in words. Idleness and settings are no reason to worry and are left out.
/// <list type="table">
/// <item><term>0x1 idle, 0x2 set clocks, 0x10 sync boost, 0x100 display</term><description>–</description></item>
/// <item><term>0x4</term><description>power limit</description></item>
/// <item><term>0x8</term><description>hardware slowdown</description></item>
/// <item><term>0x20, 0x40</term><description>heat, by the driver or by the hardware</description></item>
/// <item><term>0x80</term><description>power brake</description></item>
/// </list>
/// </summary>
internal static class ThrottleReasons
{
    private static readonly (ulong Bit, string Words)[] _reasons =
    [
        (0x4, "held by the power limit"), (0x40, "slowed by the hardware, too hot"), (0x20, "slowed, too hot"), (0x80, "slowed by the power supply's brake"), (0x8, "slowed by the hardware"),
    ];

    /// <summary>Null when the bits are not known.</summary>
    public static ImmutableArray<string>? Of(ulong? bits) => bits is { } known ? [.. _reasons.Where(reason => (known & reason.Bit) != 0).Select(reason => reason.Words)] : null;
}
