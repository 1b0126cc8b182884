using System.Collections.Immutable;

namespace HomelabPortal.Desired.Containers;

/// <summary>A part of the day by somebody's clock. One that ends before it begins goes over midnight and belongs to the day it began.</summary>
public sealed record UpdateWindow
{
    public TimeOnly From { get; init; }

    /// <summary>The first moment that is outside again.</summary>
    public TimeOnly To { get; init; }

    /// <summary>Empty is every day.</summary>
    public ImmutableArray<DayOfWeek> Days { get; init; } = [];

    /// <summary>The zone of the clock, for example Europe/Berlin.</summary>
    public required string TimeZone { get; init; }
}
