using Instructure.GradeEvents.AspNetCore;
using WebhookReceiver;

var builder = WebApplication.CreateBuilder(args);

// The section "GradeEvents" of the configuration: RequireSignature, JwksUri, ClockSkew, MaxBodyBytes, …
builder.Services.AddCanvasGradeEvents(options => builder.Configuration.GetSection("GradeEvents").Bind(options)).AddHandler<StoringHandler>();
builder.Services.AddSingleton(new GradingStore(builder.Configuration.GetConnectionString("Grades") ?? "Data Source=grades.db"));
builder.Services.AddHealthChecks().AddCanvasSigningKeys();

var app = builder.Build();
app.Services.GetRequiredService<GradingStore>().Create();
app.UseSecurityHeaders();
app.MapCanvasGradeEvents("/canvas/events");
app.MapHealthChecks("/health");
app.MapGradings();
app.Run();
