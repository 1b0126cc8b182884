namespace HomelabPortal.Simulator.Faults;

/// <summary>An answer without end that faults can strike while it is open.</summary>
internal sealed class StreamHandle : IDisposable
{
    private readonly FaultInjector _injector;
    private readonly Action _struck;
    private volatile FaultEffect? _effect;

    internal StreamHandle(FaultInjector injector, SimulatedRequest request, Action struck)
    {
        (_injector, Request, _struck) = (injector, request, struck);
    }

    public SimulatedRequest Request { get; }

    /// <summary>The fault to act on: DropWatch, SilentWatch or Gone.</summary>
    public FaultEffect? Effect => _effect;

    public void Dispose() => _injector.Close(this);

    internal void Strike(FaultEffect effect)
    {
        _effect = effect;
        _struck();
    }
}
