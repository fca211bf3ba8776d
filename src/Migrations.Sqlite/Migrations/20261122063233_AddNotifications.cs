using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddNotifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notifications_group",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    shape = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    url = table.Column<byte[]>(type: "BLOB", nullable: true),
                    secret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    paused = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_inbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    link = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    subject = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_inbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_outgoing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    template = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    about = table.Column<byte[]>(type: "BLOB", nullable: true),
                    group_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    queued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    holder = table.Column<Guid>(type: "TEXT", nullable: true),
                    held_until = table.Column<long>(type: "INTEGER", nullable: true),
                    about_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    person_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_outgoing", x => x.id);
                    table.CheckConstraint("notifications_outgoing_addressee", "(channel = 'Sms' and phone is not null) or (channel = 'Group' and group_id is not null)");
                });

            migrationBuilder.CreateTable(
                name: "notifications_preference",
                columns: table => new
                {
                    staff_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    sms_urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    sms_normal = table.Column<bool>(type: "INTEGER", nullable: false),
                    inbox_normal = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_preference", x => x.staff_id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_template",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    sms = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_template", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_inbox_staff_id_read_at_id",
                table: "notifications_inbox",
                columns: new[] { "staff_id", "read_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_outgoing_person_index",
                table: "notifications_outgoing",
                column: "person_index");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_outgoing_phone_index_queued_at",
                table: "notifications_outgoing",
                columns: new[] { "phone_index", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_outgoing_state_next_at",
                table: "notifications_outgoing",
                columns: new[] { "state", "next_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notifications_group");

            migrationBuilder.DropTable(
                name: "notifications_inbox");

            migrationBuilder.DropTable(
                name: "notifications_outgoing");

            migrationBuilder.DropTable(
                name: "notifications_preference");

            migrationBuilder.DropTable(
                name: "notifications_template");
        }
    }
}
