<?php
// Reads posts (JSON, a list) on standard input and writes them: new ones, or changes of those that name their ID. Prints their IDs.
$_SERVER['HTTP_HOST'] = parse_url('{home}', PHP_URL_HOST);
require 'wp-load.php';
$ids = [];
foreach (json_decode(file_get_contents('php://stdin'), true) as $post) {
    $ids[] = isset($post['ID']) ? wp_update_post($post) : wp_insert_post($post + ['post_status' => 'publish', 'post_author' => 1]);
}
echo json_encode($ids);
