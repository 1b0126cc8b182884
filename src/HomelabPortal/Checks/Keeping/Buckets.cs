using HomelabPortal.Checks.Judging;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Checks.Keeping;

/// <summary>Rows to tallies and back.</summary>
internal static class Buckets
{
    public static Tally Of(CheckBucketRow row) => new(row.UpMs, row.DownMs, row.Tries, row.Fails, row.TookUs, row.Answers, row.LeastUs, row.MostUs);

    public static void Fill(CheckBucketRow row, Tally tally) =>
        (row.UpMs, row.DownMs, row.Tries, row.Fails, row.TookUs, row.Answers, row.LeastUs, row.MostUs) =
        (tally.UpMs, tally.DownMs, tally.Tries, tally.Fails, tally.TookUs, tally.Answers, tally.LeastUs, tally.MostUs);
}
