namespace HomelabPortal.Cluster.Shell;

/// <summary>How long nobody has typed.</summary>
internal sealed class ShellIdle(TimeProvider time)
{
    private long _last = time.GetTimestamp();

    public TimeSpan Lasted => time.GetElapsedTime(Volatile.Read(ref _last));

    public void Touch() => Volatile.Write(ref _last, time.GetTimestamp());
}
