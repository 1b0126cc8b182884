namespace HomelabPortal.Tests.Simulator.Contract.OpenApi;

/// <summary>Read-only members must not be sent; they need not be there in a request even when required.</summary>
internal enum Direction
{
    Request,
    Response,
}
