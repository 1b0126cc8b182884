namespace HomelabPortal.Storage.Rows;

/// <summary>What a check saw in one stretch of time. What is neither up nor down of it is not known.</summary>
internal sealed class CheckBucketRow
{
    public required string CheckId { get; set; }

    /// <summary>How long the stretch is: the finer ones are joined to hours when they are old.</summary>
    public required int StepMinutes { get; set; }

    /// <summary>Minutes since 1970.</summary>
    public required long StartMinute { get; set; }

    public long UpMs { get; set; }

    public long DownMs { get; set; }

    public int Tries { get; set; }

    public int Fails { get; set; }

    /// <summary>All answers' times together, and their number.</summary>
    public long TookUs { get; set; }

    public int Answers { get; set; }

    public long LeastUs { get; set; }

    public long MostUs { get; set; }
}
