namespace HomelabPortal.Simulator.Faults;

/// <summary>The faults that strike one request, for the handlers behind the middleware.</summary>
internal sealed record RequestFaults(SimulatedRequest Request, IReadOnlyList<Fault> Faults)
{
    /// <summary>A fault that strikes the stream this request opens.</summary>
    public FaultEffect? OfStream => Faults.Select(fault => fault.Effect)
        .FirstOrDefault(effect => effect is FaultEffect.DropWatch or FaultEffect.SilentWatch or FaultEffect.Gone);

    /// <summary>The fault that makes this read stale.</summary>
    public Fault? Stale => Find<FaultEffect.StaleRead>();

    public Fault? Find<T>() where T : FaultEffect => Faults.FirstOrDefault(fault => fault.Effect is T);
}
