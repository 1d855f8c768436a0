using System.Net;
using System.Net.Sockets;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>A port of the loopback interface on which nobody listens.</summary>
internal static class FreePort
{
    internal static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
