namespace HomelabPortal.Ui.Charts;

/// <summary>What a chart measures.</summary>
public enum ChartUnit
{
    /// <summary>Processor cores, in thousandths where they are few.</summary>
    Cores,

    /// <summary>Bytes, in the binary unit that fits.</summary>
    Bytes,

    /// <summary>Of a hundred; the axis always shows all of it.</summary>
    Percent,

    Celsius,

    Watts,

    /// <summary>In seconds where they are many.</summary>
    Milliseconds,
}
