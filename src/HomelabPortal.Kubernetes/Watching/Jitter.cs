namespace HomelabPortal.Kubernetes;

internal static class Jitter
{
    /// <summary>The next number from 0 to 1. Reflectors usually share one source, which by itself is not safe for several threads.</summary>
    public static double Next(Random random)
    {
        lock (random)
            return random.NextDouble();
    }
}
