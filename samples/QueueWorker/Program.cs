using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using QueueWorker;

var builder = Host.CreateApplicationBuilder(args);
var options = builder.Configuration.GetSection("Sqs").Get<WorkerOptions>() ?? new();
if (options.Problem is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

builder.Services.AddSingleton(options);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IMessageQueue>(new SqsQueue(options));
builder.Services.AddSingleton<IGradingStore>(new GradingStore(builder.Configuration.GetConnectionString("Grades") ?? "Data Source=grades.db"));
builder.Services.AddHostedService<Worker>();

// A request that waits for messages is not given up, and what it brings is stored or given back.
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.WaitSeconds + 30));

await builder.Build().RunAsync();
return 0;
