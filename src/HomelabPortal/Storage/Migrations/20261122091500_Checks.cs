using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomelabPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Checks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChannelSecrets",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAtTicks = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelSecrets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Channels",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckBuckets",
                columns: table => new
                {
                    CheckId = table.Column<string>(type: "TEXT", nullable: false),
                    StepMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    StartMinute = table.Column<long>(type: "INTEGER", nullable: false),
                    UpMs = table.Column<long>(type: "INTEGER", nullable: false),
                    DownMs = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Fails = table.Column<int>(type: "INTEGER", nullable: false),
                    TookUs = table.Column<long>(type: "INTEGER", nullable: false),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false),
                    LeastUs = table.Column<long>(type: "INTEGER", nullable: false),
                    MostUs = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckBuckets", x => new { x.CheckId, x.StepMinutes, x.StartMinute });
                });

            migrationBuilder.CreateTable(
                name: "CheckIncidents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CheckId = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAtTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAtTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    IsTold = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsEndTold = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIncidents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckSilences",
                columns: table => new
                {
                    CheckId = table.Column<string>(type: "TEXT", nullable: false),
                    UntilTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckSilences", x => x.CheckId);
                });

            migrationBuilder.CreateTable(
                name: "Checks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    ChannelName = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    CheckId = table.Column<string>(type: "TEXT", nullable: false),
                    CheckName = table.Column<string>(type: "TEXT", nullable: false),
                    Severity = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<long>(type: "INTEGER", nullable: true),
                    AtTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    SinceTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    DueTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    TriedAtTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    Fault = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelSecrets_ChannelId",
                table: "ChannelSecrets",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckBuckets_StepMinutes_StartMinute",
                table: "CheckBuckets",
                columns: new[] { "StepMinutes", "StartMinute" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIncidents_CheckId_StartedAtTicks",
                table: "CheckIncidents",
                columns: new[] { "CheckId", "StartedAtTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIncidents_EndedAtTicks",
                table: "CheckIncidents",
                column: "EndedAtTicks");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIncidents_IsEndTold",
                table: "CheckIncidents",
                column: "IsEndTold");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_AtTicks",
                table: "Notifications",
                column: "AtTicks");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_State_DueTicks",
                table: "Notifications",
                columns: new[] { "State", "DueTicks" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChannelSecrets");

            migrationBuilder.DropTable(
                name: "Channels");

            migrationBuilder.DropTable(
                name: "CheckBuckets");

            migrationBuilder.DropTable(
                name: "CheckIncidents");

            migrationBuilder.DropTable(
                name: "CheckSilences");

            migrationBuilder.DropTable(
                name: "Checks");

            migrationBuilder.DropTable(
                name: "Notifications");
        }
    }
}
