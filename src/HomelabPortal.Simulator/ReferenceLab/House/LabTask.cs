namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>Work of the lab that is done at set times.</summary>
/// <param name="Schedule">Five fields of numbers, stars and steps.</param>
/// <param name="Seconds">How long one run takes.</param>
internal sealed record LabTask(string Name, string Namespace, string Image, string Schedule, int Seconds)
{
    /// <summary>A name of the time zone database; null leaves it to the control plane.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Every try ends with an error.</summary>
    public bool Fails { get; init; }
    public bool IsSuspended { get; init; }
    public bool RunsAlone { get; init; } = true;
    public int BackoffLimit { get; init; } = 2;
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The secret it takes its variables from; null for none.</summary>
    public string? Secret { get; init; }
    public string? Claim { get; init; }
}
