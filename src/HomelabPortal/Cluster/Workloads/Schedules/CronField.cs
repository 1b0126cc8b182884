namespace HomelabPortal.Cluster.Workloads.Schedules;

/// <summary>One of the five fields of a schedule.</summary>
/// <param name="Bits">Bit n is set when the field allows n.</param>
/// <param name="IsAny">Written as "*" or "?": it restricts nothing, which a list of all numbers also does but does not say.</param>
internal readonly record struct CronField(ulong Bits, bool IsAny)
{
    public bool Allows(int number) => (Bits >> number & 1) == 1;

    public IReadOnlyList<int> Numbers()
    {
        var numbers = new List<int>();
        for (var number = 0; number < 64; number++)
        {
            if (Allows(number))
                numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>The step of a field such as "*/15" that goes round evenly; null for all others.</summary>
    public int? Step(int size)
    {
        if (Numbers() is not [0, var step, ..] numbers || size % step != 0 || numbers.Count != size / step)
            return null;
        return numbers.Select((number, index) => number == index * step).All(fits => fits) ? step : null;
    }
}
