using HomelabPortal.Checks.Judging;

namespace HomelabPortal.Checks.Asking;

/// <summary>A try ended before its question was asked.</summary>
internal sealed class CheckFault(CheckAnswer answer) : Exception(answer.Words)
{
    public CheckAnswer Answer => answer;
}
