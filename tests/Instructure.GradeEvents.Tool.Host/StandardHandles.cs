using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Instructure.GradeEvents.Tool.Host;

/// <summary>The three standard handles of one run: pipes, as a process would have.</summary>
internal sealed class StandardHandles : IDisposable
{
    /// <summary>What ends the output of a run: a stream of the tool that has not been finalized yet holds the pipe open.</summary>
    private static readonly byte[] s_end = Guid.NewGuid().ToByteArray();

    private static readonly SafeFileHandle s_nothing = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    private readonly AnonymousPipeServerStream _input = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _output = new(PipeDirection.In);
    private readonly AnonymousPipeServerStream _error = new(PipeDirection.In);
    private readonly Task<byte[]> _outputBytes;
    private readonly Task<byte[]> _errorBytes;

    internal StandardHandles(byte[] input)
    {
        Duplicate(_input.ClientSafePipeHandle, 0);
        Duplicate(_output.ClientSafePipeHandle, 1);
        Duplicate(_error.ClientSafePipeHandle, 2);
        _input.DisposeLocalCopyOfClientHandle();
        _ = Task.Run(() => Write(_input, input));
        _outputBytes = Task.Run(() => ReadAll(_output));
        _errorBytes = Task.Run(() => ReadAll(_error));
    }

    /// <summary>What whoever started the host sends to it; the runs do not get it.</summary>
    internal static Stream TakeInput() => new FileStream(Move(0), FileAccess.Read, bufferSize: 4096);

    /// <summary>Where the host answers.</summary>
    internal static Stream TakeOutput() => new FileStream(Move(1), FileAccess.Write, bufferSize: 4096);

    /// <summary>Takes the handles back.</summary>
    /// <returns>What was written to standard output and standard error.</returns>
    internal (byte[] Output, byte[] Error) Close()
    {
        for (var handle = 0; handle <= 2; handle++)
        {
            Duplicate(s_nothing, handle);
        }

        End(_output);
        End(_error);
        return (_outputBytes.GetAwaiter().GetResult(), _errorBytes.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    private static void End(AnonymousPipeServerStream pipe)
    {
        using (var end = new AnonymousPipeClientStream(PipeDirection.Out, pipe.ClientSafePipeHandle))
        {
            end.Write(s_end);
        }

        pipe.DisposeLocalCopyOfClientHandle();
    }

    private static SafeFileHandle Move(int handle)
    {
        var copy = DuplicateHandle(handle);
        Duplicate(s_nothing, handle);
        return copy >= 0 ? new(copy, ownsHandle: true) : throw new IOException("A standard handle is closed.");
    }

    private static void Duplicate(SafeHandle from, int to)
    {
        if (DuplicateHandle(from, to) != to)
        {
            throw new IOException("A standard handle can't be replaced.");
        }
    }

    private static void Write(Stream pipe, byte[] input)
    {
        try
        {
            pipe.Write(input);
        }
        catch (IOException)
        {
            // The run has ended before it had read all.
        }
        finally
        {
            pipe.Dispose();
        }
    }

    private static byte[] ReadAll(Stream pipe)
    {
        using var all = new MemoryStream();
        var buffer = new byte[65536];
        while (!all.GetBuffer().AsSpan(0, (int)all.Length).EndsWith(s_end))
        {
            all.Write(buffer, 0, pipe.Read(buffer));
        }

        return all.GetBuffer()[..^((int)(all.Capacity - all.Length) + s_end.Length)];
    }

    [DllImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int DuplicateHandle(int handle);

    [DllImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int DuplicateHandle(SafeHandle from, int to);
}
