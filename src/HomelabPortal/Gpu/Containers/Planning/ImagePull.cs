namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>An image on its way to a host, or why it did not come.</summary>
/// <param name="TotalBytes">0 while it is not known yet.</param>
/// <param name="Why">Null while it goes on.</param>
/// <param name="NeedsPerson">Trying again changes nothing.</param>
/// <param name="MayRetry">It failed long enough ago.</param>
public sealed record ImagePull(string Image, long DoneBytes, long TotalBytes, string? Why = null, bool NeedsPerson = false, bool MayRetry = false)
{
    public bool IsGoing => Why is null;
}
