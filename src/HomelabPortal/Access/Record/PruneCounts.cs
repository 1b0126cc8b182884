namespace HomelabPortal.Access.Record;

/// <summary>How much was deleted of each.</summary>
/// <param name="Ended">Sessions and invitations.</param>
internal sealed record PruneCounts(int Acts, int Applies, int Ended, int Answers)
{
    public bool IsNothing => Acts + Applies + Ended + Answers == 0;

    public override string ToString() => $"{Acts} acts, {Applies} applies, {Ended} sessions and invitations, {Answers} answers to repeated requests";
}
