namespace HomelabPortal.Dns.Pages.Records;

/// <summary>What can be done with a record that stands in a zone.</summary>
internal enum RecordAct
{
    Release,
    Delete,
    Accept,
    Revert,
}
