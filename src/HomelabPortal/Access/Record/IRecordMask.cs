namespace HomelabPortal.Access.Record;

/// <summary>Hides what somebody wrote into a thing that is no secret of its own and yet holds one. The record keeps it, since a change can be taken back.</summary>
internal interface IRecordMask
{
    /// <summary>The image as it may be read; null for a kind that is somebody else's.</summary>
    string? Of(string subjectKind, string image);
}
