using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Pure: the small changes that buttons make.</summary>
internal static class ContainerEdits
{
    private const int MostLeft = 10;

    public static DesiredContainer Start(DesiredContainer container, bool anyway) => container with { IsStopped = false, StoppedIdleMinutes = null, IgnoresLease = anyway };

    public static DesiredContainer Stop(DesiredContainer container) => container with { IsStopped = true, StoppedIdleMinutes = null, IgnoresLease = false };

    /// <summary>As it said that it wants to be when nobody uses it.</summary>
    public static DesiredContainer StopIdle(DesiredContainer container) => Stop(container) with { StoppedIdleMinutes = container.IdleStopMinutes };

    /// <summary>Another specification by one count, so that what failed is made once more as it is.</summary>
    public static DesiredContainer TryAgain(DesiredContainer container) => container with { Attempt = container.Attempt + 1, IsStopped = false, StoppedIdleMinutes = null };

    /// <summary>Wants another version of the image. A pin that stands in the image's name is moved there, since whoever wrote it reads it there.</summary>
    public static DesiredContainer Update(DesiredContainer container, string digest)
    {
        var reference = ImageReference.Parse(container.Image);
        var updated = container with { LeftDigests = container.LeftDigests.Remove(digest) };
        return reference.Digest is null
            ? updated with { Digest = digest }
            : updated with { Image = $"{reference.Repository}{(reference.Tag is null ? "" : $":{reference.Tag}")}@{digest}", Digest = null };
    }

    /// <summary>Wants a former version again, and remembers the one that was left, so that no schedule takes it again.</summary>
    /// <param name="running">The digest of what runs now; null when it has none. What was wanted counts before it: that may have failed.</param>
    public static DesiredContainer GoBack(DesiredContainer container, string digest, string? running)
    {
        var left = ImageReference.Parse(container.Image, container.Digest).Digest ?? running;
        var back = Update(container, digest);
        return left is null || left == digest ? back : back with { LeftDigests = [.. back.LeftDigests.Remove(left).TakeLast(MostLeft - 1), left] };
    }
}
