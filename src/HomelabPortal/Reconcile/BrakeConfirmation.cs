namespace HomelabPortal.Reconcile;

/// <summary>The one mass delete that an admin confirmed. It holds for exactly that set and is used up by it.</summary>
internal sealed class BrakeConfirmation
{
    private string? _fingerprint;

    public void Confirm(string fingerprint) => Volatile.Write(ref _fingerprint, fingerprint);

    public string? Current => Volatile.Read(ref _fingerprint);

    public void Clear() => Volatile.Write(ref _fingerprint, null);
}
