namespace HomelabPortal.Platform;

/// <summary>A fault that is no surprise: its message was written for the person who asked, and may be shown.</summary>
internal interface IExplainedFault
{
    string Message { get; }
}
